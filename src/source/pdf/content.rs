//! Runs a page's content: which characters are shown where, in which font, and under which mark.

use super::{
    font::Font,
    gaps,
    run::{Owner, Run},
};
use hayro_syntax::{
    content::{TypedIter, ops::TypedInstruction},
    object::{Dict, Name, Number, Object, ObjectIdentifier, Stream, String as Bytes},
    page::{Page, Resources},
};
use std::{collections::HashMap, rc::Rc};

/// How deep content may lie in content.
const DEPTH: usize = 12;
/// How many stretches of text one paper may show.
const MOST: usize = 2_000_000;

type Matrix = [f64; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// What comes of one change of the coordinates within another.
fn times(inner: Matrix, outer: Matrix) -> Matrix {
    let row = |x: f64, y: f64| [x * outer[0] + y * outer[2], x * outer[1] + y * outer[3]];
    let [right, below] = [row(inner[0], inner[1]), row(inner[2], inner[3])];
    let [x, y] = row(inner[4], inner[5]);
    [
        right[0],
        right[1],
        below[0],
        below[1],
        x + outer[4],
        y + outer[5],
    ]
}

#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    spacing: f64,
    blank: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

#[derive(Clone, Default)]
struct Marked {
    mark: Option<(Owner, i64)>,
    artifact: bool,
    /// What is to be read instead of what is shown, until it was.
    instead: Option<String>,
}

/// Reads the text of pages; keeps fonts from page to page.
#[derive(Default)]
pub(super) struct Interpreter {
    /// What was shown so far, in the order of the content.
    pub(super) runs: Vec<Run>,
    /// Whether the text has no blanks, so that gaps part its words.
    gaps: bool,
    fonts: HashMap<ObjectIdentifier, Rc<Font>>,
}

/// One content while it is run.
struct Content<'run, 'file> {
    page: usize,
    owner: Owner,
    resources: &'run Resources<'file>,
    depth: usize,
}

impl Interpreter {
    /// One for text without blanks, whose words are parted by gaps.
    pub(super) fn by_gaps() -> Self {
        Self {
            gaps: true,
            ..Self::default()
        }
    }

    /// Runs the content of a page.
    pub(super) fn page(&mut self, index: usize, page: &Page<'_>) {
        let content = Content {
            page: index,
            owner: Owner::Page(index),
            resources: page.resources(),
            depth: 0,
        };
        let state = State {
            page: IDENTITY,
            font: None,
            size: 0.0,
            spacing: 0.0,
            blank: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.run(&content, page.typed_operations(), state, Marked::default());
    }

    // One match with an arm for each step that moves or shows text.
    #[allow(clippy::too_many_lines)]
    fn run(
        &mut self,
        content: &Content<'_, '_>,
        mut steps: TypedIter<'_>,
        mut state: State,
        marked: Marked,
    ) {
        use TypedInstruction as T;
        let mut saved: Vec<State> = Vec::new();
        let mut marks = vec![marked];
        let mut matrix = IDENTITY;
        let mut line = IDENTITY;
        let to =
            |line: &mut Matrix, x: f64, y: f64| *line = times([1.0, 0.0, 0.0, 1.0, x, y], *line);
        while let Some(step) = steps.next() {
            if self.runs.len() > MOST {
                return;
            }
            match step {
                T::SaveState(_) if saved.len() < 256 => saved.push(state.clone()),
                T::RestoreState(_) => {
                    if let Some(before) = saved.pop() {
                        state = before;
                    }
                }
                T::Transform(by) => {
                    state.page = times([by.0, by.1, by.2, by.3, by.4, by.5].map(of), state.page);
                }
                T::BeginText(_) => (matrix, line) = (IDENTITY, IDENTITY),
                T::CharacterSpacing(by) => state.spacing = of(by.0),
                T::WordSpacing(by) => state.blank = of(by.0),
                T::HorizontalScaling(by) => state.scale = of(by.0) / 100.0,
                T::TextLeading(by) => state.leading = of(by.0),
                T::TextRise(by) => state.rise = of(by.0),
                T::TextFont(font) => {
                    state.font = self.font(content.resources, font.0);
                    state.size = of(font.1);
                }
                T::NextLine(by) => {
                    to(&mut line, of(by.0), of(by.1));
                    matrix = line;
                }
                T::NextLineAndSetLeading(by) => {
                    state.leading = -of(by.1);
                    to(&mut line, of(by.0), of(by.1));
                    matrix = line;
                }
                T::SetTextMatrix(set) => {
                    line = [set.0, set.1, set.2, set.3, set.4, set.5].map(of);
                    matrix = line;
                }
                T::NextLineUsingLeading(_) => {
                    to(&mut line, 0.0, -state.leading);
                    matrix = line;
                }
                T::ShowText(text) => {
                    self.show(
                        content,
                        &state,
                        &mut matrix,
                        marks.last_mut(),
                        &[Piece::Text(text.0)],
                    );
                }
                T::NextLineAndShowText(text) => {
                    to(&mut line, 0.0, -state.leading);
                    matrix = line;
                    self.show(
                        content,
                        &state,
                        &mut matrix,
                        marks.last_mut(),
                        &[Piece::Text(text.0)],
                    );
                }
                T::ShowTextWithParameters(text) => {
                    (state.blank, state.spacing) = (of(text.0), of(text.1));
                    to(&mut line, 0.0, -state.leading);
                    matrix = line;
                    self.show(
                        content,
                        &state,
                        &mut matrix,
                        marks.last_mut(),
                        &[Piece::Text(text.2)],
                    );
                }
                T::ShowTexts(texts) => {
                    let objects: Vec<Object<'_>> = texts.0.iter::<Object<'_>>().collect();
                    let pieces: Vec<Piece<'_, '_>> = objects
                        .iter()
                        .filter_map(|object| match object {
                            Object::String(text) => Some(Piece::Text(text)),
                            Object::Number(by) => Some(Piece::Move(by.as_f64())),
                            _ => None,
                        })
                        .collect();
                    self.show(content, &state, &mut matrix, marks.last_mut(), &pieces);
                }
                T::BeginMarkedContent(tag) => {
                    let mut mark = marks.last().cloned().unwrap_or_default();
                    mark.artifact |= tag.0.as_str() == "Artifact";
                    mark.instead = None;
                    marks.push(mark);
                }
                T::BeginMarkedContentWithProperties(tag) => {
                    let outer = marks.last().cloned().unwrap_or_default();
                    marks.push(marked_with(content, tag.0, tag.1, &outer));
                }
                T::EndMarkedContent(_) if marks.len() > 1 => {
                    marks.pop();
                }
                T::XObject(name) if content.depth < DEPTH => {
                    if let Some(stream) = content.resources.get_x_object(name.0) {
                        let mark = marks.last().cloned().unwrap_or_default();
                        self.inner(content, &stream, state.clone(), mark);
                    }
                }
                _ => {}
            }
        }
    }

    /// Runs content that is shown on a page, in the coordinates of where it is shown.
    fn inner(
        &mut self,
        content: &Content<'_, '_>,
        stream: &Stream<'_>,
        mut state: State,
        marked: Marked,
    ) {
        let dict = stream.dict();
        let form = dict
            .get::<Name<'_>>("Subtype")
            .is_some_and(|name| name.as_str() == "Form");
        let Some(bytes) = form.then(|| stream.decoded().ok()).flatten() else {
            return;
        };
        if let Some(matrix) = dict.get::<hayro_syntax::object::Array<'_>>("Matrix") {
            let numbers: Vec<f64> = matrix
                .iter::<Number>()
                .map(|number| number.as_f64())
                .collect();
            if let Ok(matrix) = Matrix::try_from(numbers) {
                state.page = times(matrix, state.page);
            }
        }
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        let owner = if dict.contains_key("StructParents") {
            Owner::Content(stream.obj_id().obj_number)
        } else {
            content.owner
        };
        let inner = Content {
            page: content.page,
            owner,
            resources: own.as_ref().unwrap_or(content.resources),
            depth: content.depth + 1,
        };
        self.run(&inner, TypedIter::new(&bytes), state, marked);
    }

    fn font(&mut self, resources: &Resources<'_>, name: &Name<'_>) -> Option<Rc<Font>> {
        let dict = resources.get_font(name)?;
        let Some(id) = resources.fonts.get_ref(name) else {
            return Some(Rc::new(Font::read(&dict)));
        };
        let id = ObjectIdentifier::from(id);
        let font = self
            .fonts
            .entry(id)
            .or_insert_with(|| Rc::new(Font::read(&dict)));
        Some(Rc::clone(font))
    }

    fn show(
        &mut self,
        content: &Content<'_, '_>,
        state: &State,
        matrix: &mut Matrix,
        marked: Option<&mut Marked>,
        pieces: &[Piece<'_, '_>],
    ) {
        let Some(font) = &state.font else { return };
        let at = times(
            [1.0, 0.0, 0.0, 1.0, 0.0, state.rise],
            times(*matrix, state.page),
        );
        let mut start = times(*matrix, state.page);
        let mut text = String::new();
        for piece in pieces {
            let mut by = 0.0;
            match piece {
                Piece::Move(thousandths) => {
                    by -= thousandths / 1000.0 * state.size * state.scale;
                    if self.gaps && !text.is_empty() && gaps::parts(by, state.size * state.scale) {
                        text.push(' ');
                    }
                }
                Piece::Text(bytes) => {
                    for code in font.codes(bytes) {
                        font.push(code, &mut text);
                        let blank = if font.is_blank(code) {
                            state.blank
                        } else {
                            0.0
                        };
                        by += (font.advance(code) / 1000.0 * state.size + state.spacing + blank)
                            * state.scale;
                    }
                }
            }
            *matrix = times([1.0, 0.0, 0.0, 1.0, by, 0.0], *matrix);
            if text.is_empty() {
                start = times(*matrix, state.page);
            }
        }
        let end = times(*matrix, state.page);
        let mut mark = Marked::default();
        if let Some(marked) = marked {
            if let Some(instead) = &mut marked.instead {
                text = std::mem::take(instead);
            }
            mark = marked.clone();
        }
        if text.is_empty() {
            return;
        }
        let size = state.size * at[3].hypot(at[2]);
        let place = [start[4], at[5]];
        if self.gaps && gaps::part(self.runs.last(), content.page, place, size) {
            text.insert(0, ' ');
        }
        self.runs.push(Run {
            page: content.page,
            mark: mark.mark,
            artifact: mark.artifact,
            x: start[4],
            end: end[4],
            y: at[5],
            size,
            bold: font.bold,
            italic: font.italic,
            text,
        });
    }
}

enum Piece<'op, 'file> {
    Text(&'op Bytes<'file>),
    Move(f64),
}

fn of(number: Number) -> f64 {
    number.as_f64()
}

/// What content is marked with: by words of its own, or by a name in the page's resources.
fn marked_with(
    content: &Content<'_, '_>,
    tag: &Name<'_>,
    properties: &Object<'_>,
    outer: &Marked,
) -> Marked {
    let named = match properties {
        Object::Name(name) => content
            .resources
            .properties
            .get::<Dict<'_>>(name.as_ref() as &[u8]),
        _ => None,
    };
    let dict = match properties {
        Object::Dict(dict) => Some(dict),
        _ => named.as_ref(),
    };
    let mut mark = Marked {
        instead: None,
        artifact: outer.artifact || tag.as_str() == "Artifact",
        mark: outer.mark,
    };
    if let Some(dict) = dict {
        if let Some(number) = dict.get::<Number>("MCID") {
            mark.mark = Some((content.owner, number.as_i64()));
        }
        mark.instead = dict
            .get::<Bytes<'_>>("ActualText")
            .map(|bytes| super::text::text_of(&bytes));
    }
    mark
}
