//! The letters and names that are made to measure with, in a folder of their own that goes when the
//! program ends.

use crate::{inside::Call, measure::count, random::Random, shelf::Shelf};
use std::{
    collections::HashSet,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_kamerbrief");

/// The embedded letter, as the programs beside read it.
pub const LETTER: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/letter/kst-36800-XVII-9.txt"
);

/// A folder for what is made.
pub struct Made {
    folder: PathBuf,
}

impl Made {
    /// An empty folder below that for temporary files.
    pub fn new() -> io::Result<Self> {
        let name = format!("kamerbrief-beside-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(folder.join("home"))?;
        Ok(Self { folder })
    }

    /// A file, written when it is first asked for.
    fn file(&self, name: &str, text: impl FnOnce() -> io::Result<String>) -> io::Result<PathBuf> {
        let path = self.folder.join(name);
        if !path.exists() {
            fs::write(&path, text()?)?;
        }
        Ok(path)
    }

    /// The embedded letter a thousand times over.
    pub fn big(&self) -> io::Result<PathBuf> {
        self.file("big.txt", || Ok(fs::read_to_string(LETTER)?.repeat(1000)))
    }

    /// The embedded letter a hundred times over, all in one line.
    pub fn paragraph(&self) -> io::Result<PathBuf> {
        self.file("paragraph.txt", || {
            let line = fs::read_to_string(LETTER)?.replace('\n', " ") + " ";
            Ok(line.repeat(100))
        })
    }

    /// Names, one a line.
    pub fn list(&self, names: &Names) -> io::Result<PathBuf> {
        let list = || Ok(names.0.join("\n") + "\n");
        self.file(&format!("names-{}.txt", names.0.len()), list)
    }

    /// A folder of so many letters.
    pub fn shelf(&self, count: usize) -> io::Result<Shelf> {
        Shelf::new(&self.folder, count)
    }

    /// Takes away what programs kept of what they read.
    pub fn forget(&self) -> io::Result<()> {
        match fs::remove_dir_all(self.folder.join("home/.cache")) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// A program with its arguments, that finds no settings of whoever runs this.
    pub fn call(&self, program: &str, args: &[&Path]) -> Call {
        Call::new(&self.folder.join("home"), program, args)
    }

    /// This program in another role.
    pub fn role(&self, role: &str, arg: &str) -> io::Result<Call> {
        let this = std::env::current_exe()?;
        let this = this.to_str().ok_or(io::ErrorKind::InvalidFilename)?;
        Ok(self.call(this, &[Path::new(role), Path::new(arg)]))
    }
}

/// The size of a file in bytes.
pub fn size(file: &Path) -> io::Result<f64> {
    let size = usize::try_from(fs::metadata(file)?.len());
    size.map(count).map_err(io::Error::other)
}

impl Drop for Made {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Names to find.
pub struct Names(pub Vec<String>);

impl Names {
    /// So many names, no two alike, the same each time.
    pub fn new(count: usize) -> Self {
        const STARTS: [&str; 16] = [
            "ar", "be", "cul", "de", "eu", "fin", "ge", "han", "in", "land", "mens", "na", "op",
            "recht", "sa", "ver",
        ];
        const MIDDLES: [&str; 16] = [
            "a", "be", "ci", "da", "ge", "heid", "ka", "lo", "me", "ne", "po", "ra", "si", "ti",
            "vo", "wa",
        ];
        const ENDS: [&str; 16] = [
            "bank", "dienst", "fonds", "gang", "hof", "ing", "kamer", "lijn", "mer", "nis", "raad",
            "schap", "tie", "unie", "verdrag", "werk",
        ];
        let mut random = Random(1);
        let mut names = Vec::with_capacity(count);
        let mut known = HashSet::new();
        while names.len() < count {
            let words = 2 + random.below(3);
            let mut name = String::new();
            for word in 0..words {
                if word > 0 {
                    name.push(' ');
                }
                name.push_str(random.pick(&STARTS));
                name.push_str(random.pick(&MIDDLES));
                name.push_str(random.pick(&ENDS));
            }
            name[..1].make_ascii_uppercase();
            if known.insert(name.clone()) {
                names.push(name);
            }
        }
        Self(names)
    }

    /// A catalogue of them.
    pub fn catalogue(&self) -> String {
        let mut text = "letter = \"\"\n".to_owned();
        for (name, kind) in self
            .0
            .iter()
            .zip(["organisation", "instrument"].iter().cycle())
        {
            write!(
                text,
                "[[entity]]\nname = \"{name}\"\nkind = \"{kind}\"\nnl = \"Een naam.\"\nen = \"A name.\"\nexplained_by = \"maker\"\n"
            )
            .expect("never fails");
        }
        text
    }

    /// A letter that names them all.
    pub fn letter(&self) -> String {
        let paragraphs = self.0.chunks(20).map(|names| names.join(", ") + ".");
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }

    /// So many queries, typed a letter at a time and then wiped as a line: the keys.
    pub fn queries(&self, count: usize) -> Vec<Vec<u8>> {
        /// Letters of a query.
        const LETTERS: usize = 4;
        const WIPE: u8 = 0x15;
        let step = (self.0.len() / count).max(1);
        let words = self.0.iter().step_by(step).filter_map(|name| {
            let word = name.split(' ').next_back()?;
            let start = word.get(..LETTERS)?.to_ascii_lowercase();
            let typed = start.bytes().all(|letter| letter.is_ascii_lowercase());
            typed.then(|| start.into_bytes())
        });
        let typed = words
            .take(count)
            .flat_map(|word| word.into_iter().chain([WIPE]));
        typed.map(|key| vec![key]).collect()
    }
}
