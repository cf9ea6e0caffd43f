//! The commands as a shell runs them: exit codes, the shape of what they print, what they say of
//! files that are no letters.

mod call;
mod calls;
mod faults;
mod imported;
mod json;
mod manual;
mod other_letters;
mod output;
mod several;
mod sheet;
mod streams;
