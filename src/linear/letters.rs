//! The letters that are open together, by ear: the list with a number before each, going to one of them, and what is
//! found in all.

use super::{Conversation, tables::said, whole};
use crate::{
    app::{
        Overlay,
        library::{
            Letters, Order,
            across::{Across, Hit, Row, Scope},
        },
        message::{Act, Edit, Effect, Message, Reach, Turn},
    },
    cli::Desk,
    letter::{visible, visible_line},
    reading::sentence,
};

/// What an order is called among the words.
const fn id(order: Order) -> &'static str {
    match order {
        Order::Date => "date",
        Order::Name => "name",
        Order::Title => "title",
        Order::Sender => "sender",
        Order::Recommendations => "recommendations",
        Order::Unread => "unread",
        Order::Notes => "notes",
    }
}

impl Conversation {
    /// The letters, a line each: all, those that hold the words that are typed, or all in another order.
    pub(super) fn letters(&mut self, rest: &str) -> String {
        if !self.opens_letters() {
            return self.told();
        }
        let ordered = self.words.iter().find_map(|words| words.ordered(rest));
        let (typed, order) = ordered.map_or((rest, None), |(typed, order)| (typed, Some(order)));
        if let Some(wanted) = order {
            while self
                .list()
                .is_some_and(|letters| id(letters.order) != wanted)
            {
                self.act(Act::Sort);
            }
        }
        self.act(Act::Edit(Edit::DeleteLine));
        if !typed.is_empty() {
            self.send(Message::Paste(typed.to_owned()));
        }
        let text = self.list().map(|letters| self.lines(letters));
        self.act(Act::Close);
        text.unwrap_or_default()
    }

    /// To the letter with this number in the list, as it was said last.
    pub(super) fn open(&mut self, number: &str) -> String {
        if !self.opens_letters() {
            return self.told();
        }
        let shown = self.list().map_or(0, |letters| letters.shown.len());
        let at = number.parse::<usize>().ok();
        let Some(at) = at.filter(|at| (1..=shown).contains(at)) else {
            self.act(Act::Close);
            return self.words[0].no_letter.replace("{}", &visible_line(number)) + "\n";
        };
        let reads = self
            .list()
            .is_some_and(|letters| letters.shown[at - 1] == letters.reads);
        self.choose(at - 1, |conversation| {
            conversation.list().map(|letters| letters.chosen)
        });
        self.act(Act::Accept);
        if reads {
            return self.arrival();
        }
        // It is read when it is there.
        String::new()
    }

    /// What is found in all letters: names, letters and the places where the words stand, each with a number.
    pub(super) fn everywhere(&mut self, typed: &str) -> String {
        if !self.in_all_letters() {
            return self.told();
        }
        self.act(Act::Find);
        self.act(Act::Edit(Edit::DeleteLine));
        self.send(Message::Paste(typed.to_owned()));
        while self.app.has_more() {
            self.send(Message::Spare);
        }
        let list = self.list();
        let found = list.and_then(|letters| Some((letters, letters.across.as_ref()?)));
        let text = found.map(|(letters, across)| self.found(letters, across));
        self.act(Act::Close);
        text.unwrap_or_default()
    }

    /// To a place that was found in all letters, by its number.
    pub(super) fn go_to_found(&mut self, number: &str) -> String {
        let across = self.list().and_then(|letters| letters.across.as_ref());
        let at = number
            .parse::<usize>()
            .ok()
            .and_then(|at| at.checked_sub(1));
        let row = across.zip(at).and_then(|(across, at)| {
            let row = across.rows.iter().position(|row| *row == Row::Hit(at));
            Some((row?, across.hits.get(at)?.letter))
        });
        let Some((row, letter)) = row else {
            return self.words[0].no_hit.replace("{}", &visible_line(number)) + "\n";
        };
        let reads = self.list().is_some_and(|letters| letters.reads == letter);
        self.in_all_letters();
        self.act(Act::FindAgain);
        self.choose(row, |conversation| {
            let across = conversation.list()?.across.as_ref();
            across.map(|across| across.chosen)
        });
        self.act(Act::Accept);
        if reads {
            return self.told() + &self.paragraph(self.app.reader().here());
        }
        String::new()
    }

    /// Has finder and search look in the letter that is read.
    pub(super) fn in_this_letter(&mut self) {
        if self
            .list()
            .is_some_and(|letters| letters.scope == Scope::All)
        {
            self.act(Act::Scope);
            self.app.take_notice();
        }
    }

    /// Has finder and search look in all letters; not where only one is open, which is told.
    fn in_all_letters(&mut self) -> bool {
        let scope = self.list().map(|letters| letters.scope);
        if scope != Some(Scope::All) {
            self.act(Act::Scope);
        }
        if scope.is_some() {
            self.app.take_notice();
        }
        scope.is_some()
    }

    /// Opens the list; not where only one letter is open, which is told.
    fn opens_letters(&mut self) -> bool {
        self.act(Act::Letters);
        matches!(self.app.overlay(), Some(Overlay::Letters))
    }

    fn list(&self) -> Option<&Letters> {
        self.app.letters()
    }

    /// Chooses a row of the list that is open.
    fn choose(&mut self, row: usize, chosen: impl Fn(&Self) -> Option<usize>) {
        while let Some(at) = chosen(self).filter(|at| *at != row) {
            let turn = if at < row { Turn::On } else { Turn::Back };
            self.act(Act::Choose(turn, Reach::Row));
            if chosen(self) == Some(at) {
                return;
            }
        }
    }

    /// The lines of the list: how many letters in which order, each of them, and what could not be read.
    fn lines(&self, letters: &Letters) -> String {
        let words = &self.words[0];
        let mut text = words
            .letters
            .replace("{shown}", &letters.shown.len().to_string())
            .replace("{all}", &letters.rows.len().to_string())
            .replace("{order}", words.order(id(letters.order)))
            + "\n";
        for &row in &letters.shown {
            text += &self.line(letters, row);
        }
        // What could not be read is no answer to what is typed.
        let unread = letters.unread.iter();
        for sentence in unread.filter(|_| letters.input.value().is_empty()) {
            text += &[sentence, "\n"].concat();
        }
        text
    }

    /// A letter with its number, and what there is to say of it.
    fn line(&self, letters: &Letters, row: usize) -> String {
        let listed = &letters.rows[row];
        let words = &self.words[0];
        let number = letters.shown.iter().position(|&at| at == row);
        let number = number.map(|at| (at + 1).to_string()).unwrap_or_default();
        let date = listed.date.map(|date| date.to_string()).unwrap_or_default();
        let count = |count: usize| match count {
            0 => String::new(),
            count => count.to_string(),
        };
        let reads = if row == letters.reads {
            words.reads
        } else {
            ""
        };
        let counts = [listed.recommendations, listed.unread, listed.notes].map(count);
        let [recommendations, unread, notes] = &counts;
        let cells = [
            &number,
            &listed.name,
            &*date,
            &listed.title,
            &listed.sender,
            recommendations,
            unread,
            notes,
            reads,
        ];
        said(words.row("letters"), &cells) + "\n"
    }

    /// What was found in all letters.
    fn found(&self, letters: &Letters, across: &Across) -> String {
        let words = &self.words[0];
        let mut text = String::new();
        for row in &across.rows {
            match *row {
                Row::Name(index) => {
                    let named = letters.names.at(index);
                    let entity = &named.entity;
                    let cells = [
                        &*entity.name,
                        entity.abbreviation.as_deref().unwrap_or_default(),
                        self.app.words().kind(entity.kind),
                        &named.times().to_string(),
                        &named.letters.len().to_string(),
                    ];
                    text += &(said(words.row("named"), &cells) + "\n");
                }
                Row::Title(row) => text += &self.line(letters, row),
                Row::Letter(row) => text += &(letters.rows[row].name.clone() + ":\n"),
                Row::Hit(at) => text += &self.hit(letters, at, across.hits[at]),
                Row::Year(..) | Row::From(_) => {}
            }
        }
        if across.hits.is_empty() {
            let nothing = self.app.words().library.nothing_in_all;
            let count = letters.rows.len().to_string();
            let typed = visible(across.input.value()).replace('\n', " ");
            text += &(nothing.replace("{}", &typed).replace("{letters}", &count) + "\n");
        } else {
            let more = if across.is_cut { "+" } else { "" };
            let places = format!("{}{more}", across.places);
            text += &words
                .found_in_all
                .replace("{places}", &places)
                .replace("{letters}", &across.holds.to_string());
            text.push('\n');
        }
        text
    }

    /// A place with its number, its address and its sentence.
    fn hit(&self, letters: &Letters, at: usize, hit: Hit) -> String {
        let letter = &letters.held(hit.letter).letter;
        let address = self.app.words().address(letter, hit.span.paragraph);
        let around = sentence::around(letter, hit.span);
        let sentence = visible_line(&letter.paragraph(hit.span.paragraph)[around]);
        self.words[0]
            .hit
            .replace("{number}", &(at + 1).to_string())
            .replace("{address}", &address)
            .replace("{sentence}", &sentence)
            + "\n"
    }

    /// Which letter it is, what is to be said of it, and the paragraph where it goes on.
    fn arrival(&mut self) -> String {
        let name = whole::letter(&self.app) + ".\n";
        name + &self.told() + &self.paragraph(self.app.reader().here())
    }

    /// Whether another letter is being gone to, or was and is not spoken of yet.
    pub(super) fn is_elsewhere(&self) -> bool {
        let reads = self.list().map(|letters| letters.reads);
        reads != self.reads || self.effects.contains(&Effect::Recall)
    }

    /// What is said of a letter that was gone to, once all that is kept of it is known.
    pub(super) fn arrived(&mut self) -> Option<String> {
        let reads = self.list().map(|letters| letters.reads);
        if reads == self.reads {
            return None;
        }
        self.reads = reads;
        let letter = self.app.reader().letter.clone();
        self.desk = Desk::new(letter, *self.app.words(), self.desk.paper);
        Some(self.arrival())
    }
}
