//! A folder of a test's own.

use std::{fs, os::unix::fs::PermissionsExt, path::PathBuf, process};

/// A folder of a test's own, gone when the test has passed.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let name = format!("kamerbrief-{}-{name}", process::id());
        let path = std::env::temp_dir().join(name);
        // What an earlier run that failed has left.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Puts a program in it that writes its input to a file beside it.
    pub fn add_program(&self, name: &str) {
        self.add_script(name, "cat > \"$0.got\"");
    }

    /// Puts a program in it that carries out this script.
    pub fn add_script(&self, name: &str, script: &str) {
        let path = self.0.join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}
