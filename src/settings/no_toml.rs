//! What is wrong with lines that are no TOML: the parser's own kinds of fault, each in a sentence of ours that says what
//! would be right. The parser tells its kinds apart by English words alone.

use super::{Fault, Sentences};

/// What can be wrong with a line.
#[derive(Clone, Copy)]
enum Broken {
    /// A name that is there already.
    Twice,
    /// The head of a table.
    Head,
    /// A list.
    List,
    /// A table in braces.
    Braces,
    /// More than one sign between name and value.
    TwoSigns,
    /// No sign there.
    NoSign,
    /// No value that is known, or none at all.
    Value,
    /// A text without its last quotation mark.
    Quote,
    /// A backslash with something behind it that means nothing.
    Backslash,
    /// More behind the value.
    Rest,
    /// A name.
    Name,
    /// A sign that may not stand there.
    Sign,
    /// Tables in tables without end.
    Deep,
    /// A number.
    Number,
}

/// How the parser's words begin, and which kind that is. The first that fits counts.
const KINDS: [(&str, Broken); 52] = [
    ("duplicate key", Broken::Twice),
    ("cannot extend value", Broken::Twice),
    ("unclosed array table", Broken::Head),
    ("unclosed table", Broken::Head),
    ("missing table open", Broken::Head),
    ("unclosed array", Broken::List),
    ("missing array opening", Broken::List),
    ("missing comma between array", Broken::List),
    ("extra comma in array", Broken::List),
    ("unexpected `=` in array", Broken::List),
    ("unclosed inline table", Broken::Braces),
    ("missing inline table opening", Broken::Braces),
    ("invalid inline table element", Broken::Braces),
    ("extra comma in inline table", Broken::Braces),
    ("missing key for inline table", Broken::Braces),
    ("missing comma between key", Broken::Braces),
    ("extra assignment between", Broken::Braces),
    ("missing assignment between", Broken::Braces),
    ("extra `=`", Broken::TwoSigns),
    ("key with no value", Broken::NoSign),
    ("missing value", Broken::Value),
    ("string values must be quoted", Broken::Value),
    ("invalid value", Broken::Value),
    ("invalid boolean", Broken::Value),
    ("invalid float, expected `nan`", Broken::Value),
    ("invalid float, expected `inf`", Broken::Value),
    ("missing opening quote", Broken::Quote),
    ("invalid basic string", Broken::Quote),
    ("invalid literal string", Broken::Quote),
    ("invalid multi-line", Broken::Quote),
    ("missing escaped value", Broken::Backslash),
    ("too few unicode value", Broken::Backslash),
    ("invalid unicode", Broken::Backslash),
    ("unexpected key or value", Broken::Rest),
    ("unexpected content", Broken::Rest),
    ("invalid unquoted key", Broken::Name),
    ("unquoted keys cannot be empty", Broken::Name),
    ("keys cannot be multi-line", Broken::Name),
    ("invalid key-value pair", Broken::Name),
    ("carriage return", Broken::Sign),
    ("invalid comment", Broken::Sign),
    ("missing comment start", Broken::Sign),
    ("cannot recurse", Broken::Deep),
    ("recursion limit", Broken::Deep),
    ("`_` may only", Broken::Number),
    ("integers with a radix", Broken::Number),
    ("radix must be", Broken::Number),
    ("redundant", Broken::Number),
    ("unexpected leading zero", Broken::Number),
    ("unexpected sign", Broken::Number),
    ("invalid ", Broken::Number),
    ("integer number", Broken::Number),
];

/// What is wrong with a line, by the kinds that the parser knows; the parser's own words where that is none of them.
/// `text` is the line, and `written` what of it the parser points at.
pub(super) fn fault(said: &str, line: usize, text: &str, written: String) -> Fault {
    let kind = KINDS.iter().find(|(start, _)| said.starts_with(start));
    let Some((_, kind)) = kind else {
        return Fault::new(line, |words| words.no_toml).with("cause", said);
    };
    let (before, behind) = text.split_once('=').unwrap_or_default();
    let value = behind.split('#').next().unwrap_or_default().trim();
    let sentence: fn(&Sentences) -> &'static str = match kind {
        Broken::Twice => |words| words.toml_twice,
        Broken::Head => |words| words.toml_head,
        Broken::List => |words| words.toml_list,
        Broken::Braces => |words| words.toml_braces,
        Broken::TwoSigns => |words| words.toml_two_signs,
        Broken::NoSign => |words| words.toml_no_sign,
        Broken::Value if value.is_empty() => |words| words.toml_no_value,
        Broken::Value => |words| words.toml_value,
        Broken::Quote => |words| words.toml_quote,
        Broken::Backslash => |words| words.toml_backslash,
        Broken::Rest => |words| words.toml_rest,
        Broken::Name => |words| words.toml_name,
        Broken::Sign => |words| words.toml_sign,
        Broken::Deep => |words| words.toml_deep,
        Broken::Number => |words| words.toml_number,
    };
    let fault = Fault::new(line, sentence).with("value", value);
    let name = if written.is_empty() {
        before.trim().to_owned()
    } else {
        written
    };
    fault.with("name", name)
}
