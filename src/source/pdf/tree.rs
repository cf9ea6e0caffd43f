//! The tree of tags: what each marked stretch of a page is.

use super::run::Owner;
use hayro_syntax::{
    Pdf,
    object::{Dict, MaybeRef, Name, Number, Object, ObjectIdentifier, String as Bytes},
    xref::XRef,
};
use std::collections::{HashMap, HashSet};

/// How deep tags may lie in tags.
const DEPTH: usize = 128;
/// How many tags one paper may have.
const MOST: usize = 1_000_000;

/// What a tag holds.
#[derive(Debug)]
pub(super) enum Node {
    /// Another tag.
    Tag(Tag),
    /// What is shown under this mark.
    Marked(Owner, i64),
}

/// A tag with what it holds.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// Its name among the standard ones (`P`, `LI`, `H1`), where the file maps it to one.
    pub(super) name: String,
    /// What is to be read instead of what it holds.
    pub(super) instead: Option<String>,
    /// How many columns its cell spans.
    pub(super) columns: u16,
    /// How many rows its cell spans.
    pub(super) rows: u16,
    /// What it holds, in the order of the text.
    pub(super) nodes: Vec<Node>,
}

struct Reader<'file> {
    xref: &'file XRef,
    pages: HashMap<ObjectIdentifier, usize>,
    roles: Dict<'file>,
    seen: HashSet<ObjectIdentifier>,
    left: usize,
}

/// The tree of a file that has one.
pub(super) fn read(pdf: &Pdf) -> Option<Tag> {
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let tree = root.get::<Dict<'_>>("StructTreeRoot")?;
    let pages = pdf.pages().iter().enumerate();
    let mut reader = Reader {
        xref: pdf.xref(),
        pages: pages
            .filter_map(|(index, page)| Some((page.raw().obj_id()?, index)))
            .collect(),
        roles: tree.get::<Dict<'_>>("RoleMap").unwrap_or_default(),
        seen: HashSet::new(),
        left: MOST,
    };
    let mut top = Tag {
        name: "Document".into(),
        ..Tag::default()
    };
    reader.nodes(&tree, None, 0, &mut top.nodes);
    (!top.nodes.is_empty()).then_some(top)
}

impl<'file> Reader<'file> {
    /// Adds what a dictionary holds under `K`.
    fn nodes(&mut self, dict: &Dict<'file>, page: Option<usize>, depth: usize, to: &mut Vec<Node>) {
        if let Some(held) = dict.get_raw::<Object<'file>>("K") {
            self.node(held, page, depth, to);
        }
    }

    fn node(
        &mut self,
        held: MaybeRef<Object<'file>>,
        page: Option<usize>,
        depth: usize,
        to: &mut Vec<Node>,
    ) {
        if self.left == 0 || depth > DEPTH {
            return;
        }
        self.left -= 1;
        let object = match held {
            MaybeRef::NotRef(object) => object,
            // A tag that holds itself, at whatever distance, is read once.
            MaybeRef::Ref(to) => {
                let id = ObjectIdentifier::from(to);
                match self
                    .seen
                    .insert(id)
                    .then(|| self.xref.get::<Object<'file>>(id))
                {
                    Some(Some(object)) => object,
                    _ => return,
                }
            }
        };
        match object {
            Object::Number(mark) => {
                if let Some(page) = page {
                    to.push(Node::Marked(Owner::Page(page), mark.as_i64()));
                }
            }
            Object::Array(all) => {
                for held in all.raw_iter() {
                    self.node(held, page, depth + 1, to);
                }
            }
            Object::Dict(dict) => self.dict(&dict, page, depth, to),
            _ => {}
        }
    }

    fn dict(&mut self, dict: &Dict<'file>, page: Option<usize>, depth: usize, to: &mut Vec<Node>) {
        let own = dict
            .get_ref("Pg")
            .and_then(|page| self.pages.get(&page.into()).copied());
        let page = own.or(page);
        let kind = dict.get::<Name<'_>>("Type");
        match kind.as_ref().map(Name::as_str) {
            Some("MCR") => {
                let owner = match dict.get_ref("Stm") {
                    Some(stream) => Some(Owner::Content(ObjectIdentifier::from(stream).obj_number)),
                    None => page.map(Owner::Page),
                };
                if let (Some(owner), Some(mark)) = (owner, dict.get::<Number>("MCID")) {
                    to.push(Node::Marked(owner, mark.as_i64()));
                }
            }
            Some("OBJR") => {}
            _ => {
                let mut tag = Tag {
                    name: self.role(dict),
                    instead: dict
                        .get::<Bytes<'_>>("ActualText")
                        .map(|text| super::text::text_of(&text)),
                    columns: span(dict, "ColSpan"),
                    rows: span(dict, "RowSpan"),
                    nodes: Vec::new(),
                };
                self.nodes(dict, page, depth + 1, &mut tag.nodes);
                to.push(Node::Tag(tag));
            }
        }
    }

    /// The standard name of a tag.
    fn role(&self, dict: &Dict<'_>) -> String {
        let mut name = dict.get::<Name<'_>>("S");
        for _ in 0..8 {
            let next = name
                .as_ref()
                .and_then(|name| self.roles.get::<Name<'_>>(name.as_ref() as &[u8]));
            if next.is_none() || next == name {
                break;
            }
            name = next;
        }
        name.map(|name| name.as_str().to_owned())
            .unwrap_or_default()
    }
}

/// How far a cell spans by its attributes, 1 where they do not say.
fn span(dict: &Dict<'_>, key: &str) -> u16 {
    let says = |attributes: &Dict<'_>| {
        let number = attributes.get::<Number>(key)?.as_i64();
        u16::try_from(number)
            .ok()
            .filter(|&span| (1..1000).contains(&span))
    };
    let found = match dict.get::<Object<'_>>("A") {
        Some(Object::Dict(attributes)) => says(&attributes),
        Some(Object::Array(all)) => all.iter::<Object<'_>>().find_map(|object| match object {
            Object::Dict(attributes) => says(&attributes),
            _ => None,
        }),
        _ => None,
    };
    found.unwrap_or(1)
}
