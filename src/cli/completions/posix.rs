//! The completions for bash and zsh. What is on the line is read in each in its own way; what is offered then is
//! the same.

use super::offer::{Offer, parts, quoted, spelled, taking};
use clap::Command;
use std::fmt::Write;

/// How bash reads the line, and offers words and files.
const BASH: &str = r#"
# Offers those of its arguments that begin with what is typed, whatever their case. What is typed may have a
# quotation mark before it or backslashes in it; what is offered is quoted where it has none.
_kamerbrief_offer() {
    local quote= typed=$cur word nocase
    case $typed in
        \"* | \'*) quote=${typed:0:1} typed=${typed:1} ;;
        *) typed=${typed//\\/} ;;
    esac
    nocase=$(shopt -p nocasematch)
    shopt -s nocasematch
    for word; do
        [[ $word == "$typed"* ]] || continue
        [[ -n $quote ]] || printf -v word %q "$word"
        COMPREPLY+=("$word")
    done
    $nocase
}

# Offers files and folders. They are names, never words of a command: readline quotes them.
_kamerbrief_files() {
    local name typed=$cur
    case $typed in
        \"* | \'*) typed=${typed:1} ;;
        *) typed=${typed//\\/} ;;
    esac
    compopt -o filenames 2>/dev/null
    while IFS= read -r name; do
        COMPREPLY+=("$name")
    done < <(compgen -f -- "$typed")
}

_kamerbrief() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= word skip=
    local before=("${COMP_WORDS[@]:1:$((COMP_CWORD - 1))}")
    COMPREPLY=()
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
"#;

/// How zsh reads the line, and offers words and files; it quotes both.
const ZSH: &str = r#"
_kamerbrief_offer() {
    compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -- "$@"
}

_kamerbrief_files() {
    _files
}

_kamerbrief() {
    local cur=${words[CURRENT]} prev=${words[CURRENT - 1]} command= word skip=
    local before=("${words[@]:1:$((CURRENT - 2))}")
    if [[ $cur == --*=* ]]; then
        prev=${cur%%=*} cur=${cur#*=}
        compset -P '*='
    fi
"#;

/// The script for bash.
pub fn bash(known: &Command) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let body = body(known);
    format!("# kamerbrief {version}\n{BASH}{body}}}\n\ncomplete -F _kamerbrief kamerbrief\n")
}

/// The script for zsh, to be read at once or found as a function.
pub fn zsh(known: &Command) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let body = body(known);
    let end = "if [[ ${funcstack[1]} == _kamerbrief ]]; then\n    _kamerbrief \"$@\"\nelse\n    compdef _kamerbrief kamerbrief\nfi\n";
    format!("#compdef kamerbrief\n# kamerbrief {version}\n{ZSH}{body}}}\n\n{end}")
}

/// What is offered for `cur` behind `prev` and all that stands `before`.
fn body(known: &Command) -> String {
    let commands = quoted(known.get_subcommands().map(Command::get_name), "");
    let with_value: Vec<String> = taking(known).flat_map(spelled).collect();
    let mut body = format!(
        r#"    for word in "${{before[@]}}"; do
        if [[ -n $skip ]]; then
            skip=
            continue
        fi
        case $word in
            {}) skip=1 ;;
            {})
                command=$word
                break
                ;;
        esac
    done
    case $command,$prev in
"#,
        with_value.join(" | "),
        commands.replace(' ', " | "),
    );
    for (name, command) in parts(known) {
        for arg in taking(command) {
            let of = if arg.is_global_set() { "*" } else { name };
            let cases = spelled(arg).into_iter().map(|flag| format!("{of},{flag}"));
            let cases = cases.collect::<Vec<_>>().join(" | ");
            let offer = offer(&Offer::of(arg));
            let _ = write!(
                body,
                "        {cases})\n            {offer}\n            return\n            ;;\n"
            );
        }
    }
    body += "    esac\n    case $command in\n";
    for (name, command) in parts(known) {
        let global = known.get_arguments().filter(|arg| arg.is_global_set());
        let mut flags: Vec<String> = command
            .get_arguments()
            .chain(global)
            .flat_map(spelled)
            .collect();
        flags.sort();
        flags.dedup();
        let mut rest: Vec<String> = command
            .get_positionals()
            .map(|arg| offer(&Offer::of(arg)))
            .collect();
        if command.has_subcommands() {
            rest.insert(0, format!("_kamerbrief_offer {commands}"));
        }
        if rest.is_empty() {
            rest.push(":".to_owned());
        }
        let name = if name.is_empty() { "''" } else { name };
        let (flags, rest) = (flags.join(" "), rest.join("\n                "));
        let _ = write!(
            body,
            "        {name})\n            if [[ $cur == -* ]]; then\n                _kamerbrief_offer {flags}\n            else\n                {rest}\n            fi\n            ;;\n"
        );
    }
    body + "    esac\n"
}

fn offer(offer: &Offer) -> String {
    match offer {
        Offer::Words(words) => {
            let words = quoted(words.iter().map(String::as_str), r"'\''");
            format!("_kamerbrief_offer {words}")
        }
        Offer::Files => "_kamerbrief_files".to_owned(),
        Offer::Nothing => ":".to_owned(),
    }
}
