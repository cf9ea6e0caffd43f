//! What lies over the text: one thing at most, which keys, presses and the wheel go to first.

use super::{
    asks::AskCard,
    card::Card,
    concordance::Concordance,
    copy::{CopyMenu, Shown},
    goto::Goto,
    help::Help,
    keymap::Mode,
    left_out::LeftOutList,
    on_top::OnTop,
    overview::TableMenu,
    own_note::OwnNote,
    themes::Themes,
    timeline::Timeline,
    trail::TrailList,
};

/// What lies over the text. There is one at most.
#[derive(Debug)]
pub enum Overlay {
    /// The finder; its state is [`super::Reader::find`], so that it can be opened again as it was left.
    Finder,
    /// The line in which a search is typed; its state is [`super::Reader::search`].
    Search,
    /// The list of what the search found.
    List,
    /// The list of the letters that are open together; its state is [`super::App::letters`].
    Letters,
    /// What is found in all those letters; its state is with them.
    Across,
    /// The line in which an address is typed.
    Goto(Goto),
    /// The menu of what can be copied.
    Copy(CopyMenu),
    /// A text to be selected by hand.
    Shown(Shown),
    /// A card.
    Card(Card),
    /// The concordance of what a card tells of.
    Concordance(Concordance),
    /// The list of what was left out of the letter.
    LeftOut(LeftOutList),
    /// The overview; its state is [`super::Reader::overview`], so that it can be opened again as it was left.
    Overview,
    /// The line in which is typed what narrows the tables of the overview.
    Narrow,
    /// The menu of what can be copied from a table.
    TableCopy(TableMenu),
    /// The list of themes.
    Themes(Themes),
    /// The places that were shown in this sitting.
    Trail(TrailList),
    /// The timeline, over the table of who and when.
    Timeline(Timeline),
    /// The line in which a note of one's own is typed.
    OwnNote(OwnNote),
    /// The box in which a quotation is typed; its state is [`super::App::quotation`].
    Verify,
    /// What came of looking for it.
    Verified,
    /// The basket; its state is [`super::App::basket`].
    Basket,
    /// The card of a recommendation.
    Asks(AskCard),
    /// The keys, and what they lie over.
    Help(Help, Option<Box<Overlay>>),
}

impl Overlay {
    /// The overlay as it is used; none where its state is the reader's or the program's.
    pub(super) fn on_top(&mut self) -> Option<&mut dyn OnTop> {
        Some(match self {
            Self::Goto(open) => open,
            Self::Copy(open) => open,
            Self::Card(open) => open,
            Self::Concordance(open) => open,
            Self::Help(open, _) => open,
            Self::OwnNote(open) => open,
            Self::Shown(open) => open,
            Self::LeftOut(open) => open,
            Self::TableCopy(open) => open,
            Self::Themes(open) => open,
            Self::Trail(open) => open,
            Self::Timeline(open) => open,
            Self::Asks(open) => open,
            _ => return None,
        })
    }

    /// What keys mean in it.
    pub(super) const fn mode(&self) -> Mode {
        match self {
            Self::Finder => Mode::Finder,
            Self::Search => Mode::Search,
            Self::List => Mode::List,
            Self::Letters => Mode::Letters,
            Self::Across => Mode::Across,
            Self::Goto(_) => Mode::Goto,
            Self::Copy(_) => Mode::Menu,
            Self::Shown(_) => Mode::Shown,
            Self::Card(_) | Self::Asks(_) => Mode::Card,
            Self::Concordance(_) => Mode::Concordance,
            Self::LeftOut(_) => Mode::LeftOut,
            Self::Overview => Mode::Overview,
            Self::Narrow => Mode::Narrow,
            Self::TableCopy(_) => Mode::TableMenu,
            Self::Timeline(_) => Mode::Timeline,
            Self::Trail(_) => Mode::Trail,
            Self::Themes(_) => Mode::Themes,
            Self::OwnNote(_) => Mode::OwnNote,
            Self::Verify => Mode::Verify,
            Self::Verified => Mode::Verified,
            Self::Basket => Mode::Basket,
            Self::Help(..) => Mode::Help,
        }
    }
}
