//! Reading: from the letter's text to rows, sentences, finds and citations. All of it is pure;
//! nothing here knows a screen beyond its width and height in cells.

mod apart;
pub mod asked;
pub mod asks;
mod bibliography;
pub mod cite;
pub mod concordance;
pub mod echo;
pub mod finder;
pub mod flow;
pub mod hedges;
pub mod jumplist;
pub mod layout;
pub mod markdown;
pub mod near;
mod paper;
pub mod repeats;
mod runs;
pub mod search;
pub mod sentence;
pub mod signals;
mod stem;
mod stretch;
pub mod subject;
pub mod table;
pub mod verify;
pub mod when;
