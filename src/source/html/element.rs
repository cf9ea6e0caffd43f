//! The elements of a page: which part words, hold none, or are none of the running text.

/// An element, as far as it tells where a block stands.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) parent: usize,
    pub(super) name: String,
    /// Its name in the page, empty where it has none.
    pub(super) id: String,
    pub(super) classes: String,
    /// How many characters of text stand in it that lead nowhere.
    pub(super) letters: usize,
}

impl Element {
    /// Whether it is of this class.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.classes
            .split_ascii_whitespace()
            .any(|own| own == class)
    }

    /// Whether it holds the text of a note: of the official site, or of a page that a word processor made.
    pub(super) fn is_note(&self) -> bool {
        self.has_class("noot") || of_word(&self.id).is_some_and(|rest| !rest.is_empty())
    }
}

/// What follows in a name that a word processor gave a note, behind what all such names start with: `#_ftn1`.
pub(super) fn of_word(name: &str) -> Option<&str> {
    let name = name.trim_start_matches(['#', '_']);
    let number = ["ftn", "edn"]
        .iter()
        .find_map(|start| name.strip_prefix(start))?;
    number
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(number)
}

/// Whether a link leads from the text of a note back to its mark, in a page that a word processor made.
pub(super) fn leads_back(to: &str) -> bool {
    ["#_ftnref", "#_ednref"]
        .iter()
        .any(|start| to.starts_with(start))
}

/// Elements that stand under one another.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "caption"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Elements that hold nothing.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements of drawings, which may close themselves.
pub(super) fn is_foreign(name: &str) -> bool {
    matches!(
        name,
        "path"
            | "use"
            | "rect"
            | "circle"
            | "g"
            | "line"
            | "polygon"
            | "polyline"
            | "ellipse"
            | "svg"
    )
}

/// Elements whose words are no part of the running text.
pub(super) fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "nav"
            | "header"
            | "footer"
            | "aside"
            | "button"
            | "select"
            | "iframe"
            | "title"
            | "dialog"
            | "label"
    )
}

/// Elements of the known sites that stand in or beside the text and are no part of it.
pub(super) fn is_furniture(element: &Element) -> bool {
    let classes = [
        "pageactions",
        "to-top",
        "note-close",
        "disclaimer",
        "verberg",
        "visually-hidden",
        "sr-only",
    ];
    element.id == "delenModal" || classes.iter().any(|class| element.has_class(class))
}
