//! What a command prints. The text is made while it is written: it may be a hundred times as long as the letter, and
//! who reads only its beginning need not wait for the rest.

use std::fmt::{self, Debug, Display, Write};

/// What a command prints.
#[derive(Debug)]
pub struct Printout<'a> {
    /// The text, whole lines.
    pub text: Text<'a>,
    /// Whether it is what was asked for; nothing found is exit code 1.
    pub found: bool,
    /// A sentence for standard error.
    pub aside: Option<String>,
}

/// Writes a text, the same each time.
type Writes<'a> = dyn Fn(&mut dyn Write) -> fmt::Result + 'a;

/// A text that is made anew each time it is written.
pub struct Text<'a>(Box<Writes<'a>>);

impl<'a> Text<'a> {
    /// What this writes.
    pub fn written(write: impl Fn(&mut dyn Write) -> fmt::Result + 'a) -> Self {
        Self(Box::new(write))
    }
}

/// Writes one piece after another, each made when the one before has been written.
pub fn write(out: &mut dyn Write, pieces: impl IntoIterator<Item = String>) -> fmt::Result {
    let mut pieces = pieces.into_iter();
    pieces.try_for_each(|piece| out.write_str(&piece))
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self::written(move |out| out.write_str(&text))
    }
}

impl Display for Text<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        (self.0)(formatter)
    }
}

impl Debug for Text<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        Debug::fmt(&self.to_string(), formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::{Text, write};
    use std::{
        cell::Cell,
        fmt::{self, Write},
    };

    /// Takes so many bytes, and fails then, as a pipe does that is closed.
    struct Closed(usize);

    impl Write for Closed {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 = self.0.checked_sub(text.len()).ok_or(fmt::Error)?;
            Ok(())
        }
    }

    #[test]
    fn no_more_is_made_than_is_written() {
        let made = Cell::new(0);
        let piece = |n: usize| {
            made.set(n);
            n.to_string()
        };
        let text = Text::written(|out| write(out, (1..=9).map(piece)));
        assert!(write!(Closed(3), "{text}").is_err());
        assert_eq!(made.get(), 4, "the one that was refused is the last");
        assert_eq!(text.to_string(), "123456789");
        assert_eq!(Text::from("één\n".to_owned()).to_string(), "één\n");
    }
}
