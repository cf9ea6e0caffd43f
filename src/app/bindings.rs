//! The table of keys: mode, keys, act. A new key is a line here.

use super::{
    copy::Portion,
    keymap::{Binding, Key, KeyCode, Mode, alt, code, ctrl, letter},
    message::{
        Act, Edit, Reach,
        Turn::{Back, On},
    },
    select::Unit,
};
use Mode::{Card, Finder, Goto, Help, List, Menu, Reading, Search, Select, Shown};

const fn bind(mode: Mode, keys: &'static [Key], act: Act) -> Binding {
    Binding { mode, keys, act }
}

const DIGITS: &[Key] = &[
    letter('0'),
    letter('1'),
    letter('2'),
    letter('3'),
    letter('4'),
    letter('5'),
    letter('6'),
    letter('7'),
    letter('8'),
    letter('9'),
];

/// What keys mean in one mode.
pub(super) const KEYMAP: &[Binding] = &[
    bind(
        Reading,
        &[letter('j'), code(KeyCode::Down)],
        Act::Scroll(On, Reach::Row),
    ),
    bind(
        Reading,
        &[letter('k'), code(KeyCode::Up)],
        Act::Scroll(Back, Reach::Row),
    ),
    bind(
        Reading,
        &[letter('d'), ctrl('d')],
        Act::Scroll(On, Reach::Half),
    ),
    bind(
        Reading,
        &[letter('u'), ctrl('u')],
        Act::Scroll(Back, Reach::Half),
    ),
    bind(
        Reading,
        &[letter(' '), code(KeyCode::PageDown)],
        Act::Scroll(On, Reach::Page),
    ),
    bind(
        Reading,
        &[letter('b'), code(KeyCode::PageUp)],
        Act::Scroll(Back, Reach::Page),
    ),
    bind(
        Reading,
        &[letter('g'), code(KeyCode::Home)],
        Act::Ends(Back),
    ),
    bind(Reading, &[letter('G'), code(KeyCode::End)], Act::Ends(On)),
    bind(Reading, &[letter('}')], Act::Paragraph(On)),
    bind(Reading, &[letter('{')], Act::Paragraph(Back)),
    bind(Reading, DIGITS, Act::Digit),
    bind(
        Reading,
        &[letter('l'), code(KeyCode::Right), letter('J')],
        Act::Section(On),
    ),
    bind(
        Reading,
        &[letter('h'), code(KeyCode::Left), letter('K')],
        Act::Section(Back),
    ),
    bind(Reading, &[letter('f'), ctrl('p')], Act::Find),
    bind(Reading, &[letter('F')], Act::FindAgain),
    bind(Reading, &[letter(']')], Act::Hit(On)),
    bind(Reading, &[letter('[')], Act::Hit(Back)),
    bind(Reading, &[letter('/')], Act::Search),
    bind(Reading, &[letter('n')], Act::SearchHit(On)),
    bind(Reading, &[letter('N')], Act::SearchHit(Back)),
    bind(Reading, &[letter('L')], Act::SearchList),
    bind(Reading, &[letter(':')], Act::Goto),
    bind(Reading, &[letter('y')], Act::Copy),
    bind(Reading, &[letter('v')], Act::Select),
    bind(Reading, &[letter('e')], Act::Mention(On)),
    bind(Reading, &[letter('E')], Act::Mention(Back)),
    bind(Reading, &[code(KeyCode::Enter)], Act::Card),
    bind(
        Reading,
        &[ctrl('o'), code(KeyCode::Backspace)],
        Act::Jump(Back),
    ),
    bind(Reading, &[code(KeyCode::Tab)], Act::Jump(On)),
    bind(Reading, &[letter('s')], Act::Sidebar),
    bind(Reading, &[letter('z')], Act::Zen),
    bind(Reading, &[letter('+'), letter('=')], Act::Measure(On)),
    bind(Reading, &[letter('-')], Act::Measure(Back)),
    bind(Reading, &[letter('t')], Act::Theme),
    bind(Reading, &[letter('?')], Act::Help),
    bind(Reading, &[code(KeyCode::Esc)], Act::Close),
    bind(Reading, &[letter('q')], Act::Quit),
    bind(
        Finder,
        &[code(KeyCode::Down), ctrl('n'), ctrl('j')],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        Finder,
        &[code(KeyCode::Up), ctrl('p'), ctrl('k')],
        Act::Choose(Back, Reach::Row),
    ),
    bind(
        Finder,
        &[code(KeyCode::PageDown)],
        Act::Choose(On, Reach::Page),
    ),
    bind(
        Finder,
        &[code(KeyCode::PageUp)],
        Act::Choose(Back, Reach::Page),
    ),
    bind(Finder, &[code(KeyCode::Tab)], Act::Kind(On)),
    bind(Finder, &[code(KeyCode::BackTab)], Act::Kind(Back)),
    bind(Finder, &[code(KeyCode::Right), ctrl('f')], Act::Aside(On)),
    bind(Finder, &[code(KeyCode::Left), ctrl('b')], Act::Aside(Back)),
    bind(Finder, &[code(KeyCode::Enter)], Act::Accept),
    bind(Finder, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(Search, &[code(KeyCode::Enter)], Act::Accept),
    bind(Search, &[code(KeyCode::Tab)], Act::SearchList),
    bind(Search, &[code(KeyCode::Up)], Act::Past(Back)),
    bind(Search, &[code(KeyCode::Down)], Act::Past(On)),
    bind(Search, &[ctrl('n'), ctrl('j')], Act::SearchHit(On)),
    bind(Search, &[ctrl('p'), ctrl('k')], Act::SearchHit(Back)),
    bind(Search, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(
        List,
        &[code(KeyCode::Down), ctrl('n'), ctrl('j')],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        List,
        &[code(KeyCode::Up), ctrl('p'), ctrl('k')],
        Act::Choose(Back, Reach::Row),
    ),
    bind(
        List,
        &[code(KeyCode::PageDown)],
        Act::Choose(On, Reach::Page),
    ),
    bind(
        List,
        &[code(KeyCode::PageUp)],
        Act::Choose(Back, Reach::Page),
    ),
    bind(List, &[code(KeyCode::Enter)], Act::Accept),
    bind(List, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(Goto, &[code(KeyCode::Enter)], Act::Accept),
    bind(Goto, &[code(KeyCode::Tab)], Act::Complete),
    bind(Goto, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(Select, &[letter('w')], Act::Extend(On, Unit::Word)),
    bind(Select, &[letter('b')], Act::Extend(Back, Unit::Word)),
    bind(Select, &[letter('s')], Act::Extend(On, Unit::Sentence)),
    bind(Select, &[letter('S')], Act::Extend(Back, Unit::Sentence)),
    bind(Select, &[letter('p')], Act::Extend(On, Unit::Paragraph)),
    bind(Select, &[letter('y')], Act::Copy),
    bind(Select, &[code(KeyCode::Enter)], Act::Accept),
    bind(
        Select,
        &[letter('j'), code(KeyCode::Down)],
        Act::Scroll(On, Reach::Row),
    ),
    bind(
        Select,
        &[letter('k'), code(KeyCode::Up)],
        Act::Scroll(Back, Reach::Row),
    ),
    bind(Select, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(Select, &[letter('?')], Act::Help),
    bind(Select, &[letter('q')], Act::Quit),
    bind(Menu, &[letter('p')], Act::Take(Portion::Paragraph)),
    bind(Menu, &[letter('c')], Act::Take(Portion::Citation)),
    bind(Menu, &[letter('q')], Act::Take(Portion::Quote)),
    bind(Menu, &[letter('l')], Act::Take(Portion::Link)),
    bind(Menu, &[letter('r')], Act::Take(Portion::Response)),
    bind(Menu, &[letter('a')], Act::Take(Portion::Recommendation)),
    bind(Menu, &[letter('s')], Act::Take(Portion::Selection)),
    bind(
        Menu,
        &[letter('j'), code(KeyCode::Down)],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        Menu,
        &[letter('k'), code(KeyCode::Up)],
        Act::Choose(Back, Reach::Row),
    ),
    bind(Menu, &[code(KeyCode::Tab)], Act::CiteStyle),
    bind(Menu, &[letter('n')], Act::NoteMarks),
    bind(Menu, &[code(KeyCode::Enter)], Act::Accept),
    bind(Menu, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(Menu, &[letter('?')], Act::Help),
    bind(Shown, &[letter('w')], Act::Save),
    bind(
        Shown,
        &[code(KeyCode::Down), letter('j')],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        Shown,
        &[code(KeyCode::Up), letter('k')],
        Act::Choose(Back, Reach::Row),
    ),
    bind(
        Shown,
        &[code(KeyCode::Esc), code(KeyCode::Enter), ctrl('g')],
        Act::Close,
    ),
    bind(Shown, &[letter('?')], Act::Help),
    bind(Shown, &[letter('q')], Act::Quit),
    bind(
        Card,
        &[code(KeyCode::Down), letter('j')],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        Card,
        &[code(KeyCode::Up), letter('k')],
        Act::Choose(Back, Reach::Row),
    ),
    bind(
        Card,
        &[letter(' '), code(KeyCode::PageDown)],
        Act::Choose(On, Reach::Page),
    ),
    bind(
        Card,
        &[letter('b'), code(KeyCode::PageUp)],
        Act::Choose(Back, Reach::Page),
    ),
    bind(Card, &[code(KeyCode::Enter)], Act::Accept),
    bind(Card, &[code(KeyCode::Esc), ctrl('g')], Act::Close),
    bind(Card, &[letter('?')], Act::Help),
    bind(Card, &[letter('q')], Act::Quit),
    bind(
        Help,
        &[code(KeyCode::Down), ctrl('n'), ctrl('j')],
        Act::Choose(On, Reach::Row),
    ),
    bind(
        Help,
        &[code(KeyCode::Up), ctrl('p'), ctrl('k')],
        Act::Choose(Back, Reach::Row),
    ),
    bind(
        Help,
        &[code(KeyCode::PageDown)],
        Act::Choose(On, Reach::Page),
    ),
    bind(
        Help,
        &[code(KeyCode::PageUp)],
        Act::Choose(Back, Reach::Page),
    ),
    bind(
        Help,
        &[
            code(KeyCode::Esc),
            ctrl('g'),
            code(KeyCode::F(1)),
            letter('?'),
        ],
        Act::Close,
    ),
];

/// Keys that mean the same in every mode that has no other use for them.
pub(super) const EVERYWHERE: &[(&[Key], Act)] = &[
    (&[code(KeyCode::F(1))], Act::Help),
    (&[ctrl('l')], Act::Redraw),
    (&[ctrl('z')], Act::Suspend),
    (&[ctrl('c')], Act::Quit),
];

/// Keys that edit the line, in every mode that has one and no other use for them.
pub(super) const EDITING: &[(&[Key], Act)] = &[
    (
        &[code(KeyCode::Left), ctrl('b')],
        Act::Edit(Edit::GoToPrevChar),
    ),
    (
        &[code(KeyCode::Right), ctrl('f')],
        Act::Edit(Edit::GoToNextChar),
    ),
    (
        &[ctrl('a'), code(KeyCode::Home)],
        Act::Edit(Edit::GoToStart),
    ),
    (&[ctrl('e'), code(KeyCode::End)], Act::Edit(Edit::GoToEnd)),
    (&[alt('b')], Act::Edit(Edit::GoToPrevWord)),
    (&[alt('f')], Act::Edit(Edit::GoToNextWord)),
    (&[code(KeyCode::Backspace)], Act::Edit(Edit::DeletePrevChar)),
    (
        &[code(KeyCode::Delete), ctrl('d')],
        Act::Edit(Edit::DeleteNextChar),
    ),
    (&[ctrl('w')], Act::Edit(Edit::DeletePrevWord)),
    (&[alt('d')], Act::Edit(Edit::DeleteNextWord)),
    (&[ctrl('u')], Act::Edit(Edit::DeleteFromStart)),
    (&[ctrl('y')], Act::Edit(Edit::Yank)),
];
