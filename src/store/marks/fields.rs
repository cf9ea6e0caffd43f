//! JSON objects of which some fields are known, and the others are kept as they were written.

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use std::fmt;

/// Makes a struct that is read from a JSON object and written to one. Each known field may be absent; what
/// other fields there are stands in `unknown`, by name, as JSON.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Default)]
        pub(super) struct $name {
            $(pub(super) $field: Option<$type>,)*
            pub(super) unknown: std::collections::BTreeMap<String, String>,
        }

        impl $name {
            /// The names of the fields that are known.
            pub(super) const NAMES: &'static [&'static str] = &[$(stringify!($field)),*];
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                struct Object;

                impl<'de> serde::de::Visitor<'de> for Object {
                    type Value = $name;

                    fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
                        to.write_str("an object")
                    }

                    fn visit_map<M: serde::de::MapAccess<'de>>(
                        self,
                        mut map: M,
                    ) -> Result<Self::Value, M::Error> {
                        use $crate::store::marks::fields::Name;
                        let mut found = $name::default();
                        while let Some(name) = map.next_key_seed(Name($name::NAMES))? {
                            match name {
                                $(Ok(stringify!($field)) => found.$field = map.next_value()?,)*
                                Ok(name) => unreachable!("{name}"),
                                Err(name) => {
                                    let value: Box<serde_json::value::RawValue> = map.next_value()?;
                                    found.unknown.insert(name, value.get().to_owned());
                                }
                            }
                        }
                        Ok(found)
                    }
                }

                source.deserialize_map(Object)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                use serde::ser::{Error, SerializeMap};
                let mut map = to.serialize_map(None)?;
                $(if let Some(value) = &self.$field {
                    map.serialize_entry(stringify!($field), value)?;
                })*
                for (name, value) in &self.unknown {
                    let value = serde_json::value::RawValue::from_string(value.clone());
                    map.serialize_entry(name, &value.map_err(S::Error::custom)?)?;
                }
                map.end()
            }
        }
    };
}

pub(super) use fields;

/// Reads the name of a field: the one of these names that it is, or else itself.
pub(super) struct Name(pub &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Result<&'static str, String>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Result<&'static str, String>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        let known = self.0.iter().find(|known| **known == name);
        Ok(known.copied().ok_or_else(|| name.to_owned()))
    }
}
