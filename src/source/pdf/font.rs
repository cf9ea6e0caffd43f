//! What the codes of a font mean: characters, and how far each moves the pen.

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

/// The characters that differ between Latin-1 and the encoding of Windows, from 0x80 to 0x9F.
const WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// The upper half of the encoding of the old Macintosh, from 0x80 on.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// How wide a letter usually is, in thousandths of its size.
const USUAL: f64 = 500.0;

/// Glyph names of Latin text beyond those of one letter.
const GLYPHS: &[(&str, char)] = &[
    ("space", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("exclamdown", '¡'),
    ("cent", '¢'),
    ("sterling", '£'),
    ("currency", '¤'),
    ("yen", '¥'),
    ("brokenbar", '¦'),
    ("section", '§'),
    ("dieresis", '¨'),
    ("copyright", '©'),
    ("ordfeminine", 'ª'),
    ("guillemotleft", '«'),
    ("logicalnot", '¬'),
    ("registered", '®'),
    ("macron", '¯'),
    ("degree", '°'),
    ("plusminus", '±'),
    ("acute", '´'),
    ("mu", 'µ'),
    ("paragraph", '¶'),
    ("periodcentered", '·'),
    ("cedilla", '¸'),
    ("ordmasculine", 'º'),
    ("guillemotright", '»'),
    ("onequarter", '¼'),
    ("onehalf", '½'),
    ("threequarters", '¾'),
    ("questiondown", '¿'),
    ("Agrave", 'À'),
    ("Aacute", 'Á'),
    ("Acircumflex", 'Â'),
    ("Atilde", 'Ã'),
    ("Adieresis", 'Ä'),
    ("Aring", 'Å'),
    ("AE", 'Æ'),
    ("Ccedilla", 'Ç'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecircumflex", 'Ê'),
    ("Edieresis", 'Ë'),
    ("Igrave", 'Ì'),
    ("Iacute", 'Í'),
    ("Icircumflex", 'Î'),
    ("Idieresis", 'Ï'),
    ("Ntilde", 'Ñ'),
    ("Ograve", 'Ò'),
    ("Oacute", 'Ó'),
    ("Ocircumflex", 'Ô'),
    ("Otilde", 'Õ'),
    ("Odieresis", 'Ö'),
    ("multiply", '×'),
    ("Oslash", 'Ø'),
    ("Ugrave", 'Ù'),
    ("Uacute", 'Ú'),
    ("Ucircumflex", 'Û'),
    ("Udieresis", 'Ü'),
    ("germandbls", 'ß'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acircumflex", 'â'),
    ("atilde", 'ã'),
    ("adieresis", 'ä'),
    ("aring", 'å'),
    ("ae", 'æ'),
    ("ccedilla", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecircumflex", 'ê'),
    ("edieresis", 'ë'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("icircumflex", 'î'),
    ("idieresis", 'ï'),
    ("ntilde", 'ñ'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocircumflex", 'ô'),
    ("otilde", 'õ'),
    ("odieresis", 'ö'),
    ("divide", '÷'),
    ("oslash", 'ø'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("ucircumflex", 'û'),
    ("udieresis", 'ü'),
    ("ydieresis", 'ÿ'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("quotesinglbase", '‚'),
    ("quotedblbase", '„'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("dagger", '†'),
    ("daggerdbl", '‡'),
    ("Euro", '€'),
    ("trademark", '™'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
    ("minus", '−'),
    ("florin", 'ƒ'),
    ("perthousand", '‰'),
    ("guilsinglleft", '‹'),
    ("guilsinglright", '›'),
    ("OE", 'Œ'),
    ("oe", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Zcaron", 'Ž'),
    ("zcaron", 'ž'),
    ("nbspace", '\u{a0}'),
    ("sfthyphen", '\u{ad}'),
    ("dotlessi", 'ı'),
    ("fraction", '⁄'),
];

/// A font, as far as its text is concerned.
#[derive(Debug)]
pub(super) struct Font {
    /// Whether its name or its description says that it is bold.
    pub(super) bold: bool,
    /// Whether its name or its description says that it is slanted.
    pub(super) italic: bool,
    /// Whether a code takes two bytes.
    wide: bool,
    meaning: Option<CMap>,
    encoding: Vec<char>,
    widths: Vec<(u32, u32, f64)>,
    width: f64,
}

impl Font {
    pub(super) fn read(dict: &Dict<'_>) -> Self {
        let wide = dict
            .get::<Name<'_>>("Subtype")
            .is_some_and(|name| name.as_str() == "Type0");
        let descendant = dict
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let own = descendant.as_ref().unwrap_or(dict);
        let descriptor = own.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let name = dict
            .get::<Name<'_>>("BaseFont")
            .map(|name| name.as_str().to_lowercase())
            .unwrap_or_default();
        let number = |key: &str| descriptor.get::<Number>(key).map_or(0.0, |n| n.as_f64());
        let holds = |words: &[&str]| words.iter().any(|word| name.contains(word));
        let mut font = Self {
            bold: holds(&["bold", "black", "heavy"]) || number("FontWeight") >= 600.0,
            italic: holds(&["italic", "oblique"]) || number("ItalicAngle") < -1.0,
            wide,
            meaning: dict
                .get::<Stream<'_>>("ToUnicode")
                .and_then(|stream| stream.decoded().ok())
                .and_then(|bytes| CMap::parse(&bytes, |_| None)),
            encoding: if wide { Vec::new() } else { encoding(dict) },
            widths: Vec::new(),
            width: 0.0,
        };
        if wide {
            font.width = own.get::<Number>("DW").map_or(1000.0, |n| n.as_f64());
            font.widths = wide_widths(own.get::<Array<'_>>("W").as_ref());
        } else {
            font.width = number("MissingWidth");
            font.widths = simple_widths(dict);
        }
        font
    }

    /// The codes in the bytes that a text is shown with, each with the length of a code in bytes.
    pub(super) fn codes<'bytes>(
        &self,
        bytes: &'bytes [u8],
    ) -> impl Iterator<Item = u32> + use<'bytes> {
        let length = if self.wide { 2 } else { 1 };
        bytes
            .chunks(length)
            .map(|code| code.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte)))
    }

    /// Adds the characters of a code; one without a known meaning is a mark.
    pub(super) fn push(&self, code: u32, to: &mut String) {
        let known = self
            .meaning
            .as_ref()
            .and_then(|meaning| meaning.lookup_bf_string(code));
        match known {
            Some(BfString::Char('\0')) => {}
            Some(BfString::Char(c)) => to.push(c),
            Some(BfString::String(text)) => to.push_str(&text),
            None => {
                let c = self.encoding.get(code as usize).copied();
                to.push(c.unwrap_or('\u{fffd}'));
            }
        }
    }

    /// How far a code moves the pen, in thousandths of the font's size.
    pub(super) fn advance(&self, code: u32) -> f64 {
        let at = self.widths.partition_point(|&(_, last, _)| last < code);
        match self.widths.get(at) {
            Some(&(first, _, width)) if first <= code => width,
            // Of the fonts that every reader knows a file needs not say how wide they are.
            _ if self.widths.is_empty() && self.width == 0.0 => USUAL,
            _ => self.width,
        }
    }

    /// Whether a code is the blank to which word spacing applies.
    pub(super) const fn is_blank(&self, code: u32) -> bool {
        !self.wide && code == 32
    }
}

fn encoding(dict: &Dict<'_>) -> Vec<char> {
    let named = |name: &str| -> Vec<char> {
        let upper: Vec<char> = if name == "MacRomanEncoding" {
            MACINTOSH.chars().collect()
        } else {
            let latin = (0xa0..=0xff_u8).map(char::from);
            WINDOWS.iter().copied().chain(latin).collect()
        };
        (0..0x80_u8).map(char::from).chain(upper).collect()
    };
    match dict.get::<Object<'_>>("Encoding") {
        Some(Object::Name(name)) => named(name.as_str()),
        Some(Object::Dict(own)) => {
            let base = own.get::<Name<'_>>("BaseEncoding");
            let mut table = named(base.as_ref().map_or("", |name| name.as_str()));
            let mut code = 0;
            let differences = own.get::<Array<'_>>("Differences");
            for object in differences.iter().flat_map(Array::iter::<Object<'_>>) {
                match object {
                    Object::Number(number) => {
                        code = usize::try_from(number.as_i64()).unwrap_or(256);
                    }
                    Object::Name(name) => {
                        if let Some(place) = table.get_mut(code) {
                            *place = glyph(name.as_str());
                        }
                        code += 1;
                    }
                    _ => {}
                }
            }
            table
        }
        _ => named(""),
    }
}

/// The character that a glyph's name stands for.
fn glyph(name: &str) -> char {
    let stem = name.split('.').next().unwrap_or(name);
    let mut letters = stem.chars();
    if let (Some(c), None) = (letters.next(), letters.next()) {
        return c;
    }
    if let Some(&(_, c)) = GLYPHS.iter().find(|(known, _)| *known == stem) {
        return c;
    }
    let code = stem
        .strip_prefix("uni")
        .or_else(|| stem.strip_prefix('u'))
        .and_then(|digits| u32::from_str_radix(digits.get(..4)?, 16).ok());
    code.and_then(char::from_u32).unwrap_or('\u{fffd}')
}

fn simple_widths(dict: &Dict<'_>) -> Vec<(u32, u32, f64)> {
    let first = dict
        .get::<Number>("FirstChar")
        .and_then(|number| u32::try_from(number.as_i64()).ok())
        .unwrap_or(0);
    let widths = dict.get::<Array<'_>>("Widths");
    let widths = widths.iter().flat_map(Array::iter::<Number>).take(256);
    (first..)
        .zip(widths)
        .map(|(code, width)| (code, code, width.as_f64()))
        .collect()
}

/// The widths of a font of many characters: `first [w w w]` or `first last w`, again and again.
fn wide_widths(list: Option<&Array<'_>>) -> Vec<(u32, u32, f64)> {
    let mut found = Vec::new();
    let mut numbers: Vec<Number> = Vec::new();
    let code = |number: Number| u32::try_from(number.as_i64()).unwrap_or(u32::MAX);
    for object in list.iter().flat_map(|list| list.iter::<Object<'_>>()) {
        match object {
            Object::Number(number) => numbers.push(number),
            Object::Array(widths) => {
                let first = numbers.pop().map_or(0, code);
                let widths = widths.iter::<Number>().take(0xffff);
                found.extend(
                    (first..)
                        .zip(widths)
                        .map(|(code, width)| (code, code, width.as_f64())),
                );
                numbers.clear();
            }
            _ => {}
        }
        if let [first, last, width] = numbers[..] {
            found.push((code(first), code(last), width.as_f64()));
            numbers.clear();
        }
    }
    found.sort_by_key(|&(first, ..)| first);
    found
}
