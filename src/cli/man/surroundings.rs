//! What of the program's surroundings the manual tells: the variables that it reads and the files that it keeps. What
//! each is for stands in the words of the interface, in the same order.

/// The variables of the environment, in lines that belong together.
pub(super) const VARIABLES: [&[&str]; 11] = [
    &["XDG_CONFIG_HOME"],
    &["XDG_STATE_HOME"],
    &["XDG_CACHE_HOME"],
    &["HOME"],
    &["VISUAL", "EDITOR"],
    &["LC_ALL", "LC_MESSAGES", "LANG"],
    &["TERM"],
    &["NO_COLOR"],
    &[
        "TMUX",
        "SSH_TTY",
        "SSH_CONNECTION",
        "WAYLAND_DISPLAY",
        "DISPLAY",
        "__CFBundleIdentifier",
    ],
    &["TERM_PROGRAM", "KITTY_WINDOW_ID", "WT_SESSION"],
    &["TZ"],
];

/// The files and folders, where the variables do not lead elsewhere.
pub(super) const FILES: [&str; 4] = [
    "~/.config/kamerbrief/config.toml",
    "~/.config/kamerbrief/themes/*.toml",
    "~/.local/state/kamerbrief/",
    "~/.cache/kamerbrief/",
];
