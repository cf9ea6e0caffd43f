//! For the meeting: quotations verified, quotes collected, asks beside their recommendation.

#[path = "../common/mod.rs"]
mod common;

mod asks;
mod basket;
mod verify;
