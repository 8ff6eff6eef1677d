//! Numbers and booleans. An integer may be written `2.0`, as JSON Schema has it; bounds are exact in 64 bits.

use std::fmt::Display;
use std::marker::PhantomData;

use serde_json::Value;

use super::{Read, ReadText, report_type};
use crate::{Fault, Location, Reported, Violations};

/// The largest magnitude up to which every integer is a `f64`.
const F64_INTEGERS_MAX: f64 = 9_007_199_254_740_992.0;

#[derive(Clone, Copy, Debug)]
struct Bounds<N> {
    minimum: Option<N>,
    above: Option<N>,
    maximum: Option<N>,
    below: Option<N>,
    multiple_of: Option<N>,
}

impl<N: Copy + PartialOrd + Display> Bounds<N> {
    const fn none() -> Self {
        Self { minimum: None, above: None, maximum: None, below: None, multiple_of: None }
    }

    fn check(&self, value: N, is_multiple: impl FnOnce(N, N) -> bool) -> Result<(), Fault> {
        match *self {
            Self { minimum: Some(bound), .. } if value < bound => {
                Err(Fault::new("minimum", format!("must be at least {bound}")))
            }
            Self { above: Some(bound), .. } if value <= bound => {
                Err(Fault::new("exclusiveMinimum", format!("must be greater than {bound}")))
            }
            Self { maximum: Some(bound), .. } if value > bound => {
                Err(Fault::new("maximum", format!("must be at most {bound}")))
            }
            Self { below: Some(bound), .. } if value >= bound => {
                Err(Fault::new("exclusiveMaximum", format!("must be less than {bound}")))
            }
            Self { multiple_of: Some(step), .. } if !is_multiple(value, step) => {
                Err(Fault::new("multipleOf", format!("must be a multiple of {step}")))
            }
            _ => Ok(()),
        }
    }
}

macro_rules! bound_setters {
    ($number:ty) => {
        /// Refuses lesser values.
        pub const fn minimum(mut self, bound: $number) -> Self {
            self.bounds.minimum = Some(bound);
            self
        }

        /// Refuses lesser values and the bound itself.
        pub const fn above(mut self, bound: $number) -> Self {
            self.bounds.above = Some(bound);
            self
        }

        /// Refuses greater values.
        pub const fn maximum(mut self, bound: $number) -> Self {
            self.bounds.maximum = Some(bound);
            self
        }

        /// Refuses greater values and the bound itself.
        pub const fn below(mut self, bound: $number) -> Self {
            self.bounds.below = Some(bound);
            self
        }

        /// Refuses values that are not a multiple.
        pub const fn multiple_of(mut self, step: $number) -> Self {
            self.bounds.multiple_of = Some(step);
            self
        }
    };
}

/// The rules of an integer that is read as `N`: `i32` or `i64`.
#[derive(Clone, Copy, Debug)]
pub struct IntegerReader<N> {
    bounds: Bounds<i64>,
    output: PhantomData<fn() -> N>,
}

/// Reads an integer.
pub const fn integer<N: TryFrom<i64>>() -> IntegerReader<N> {
    IntegerReader { bounds: Bounds::none(), output: PhantomData }
}

impl<N: TryFrom<i64>> IntegerReader<N> {
    bound_setters!(i64);

    fn check(&self, value: i64) -> Result<N, Fault> {
        self.bounds.check(value, |value, step| value.checked_rem(step) == Some(0))?;
        N::try_from(value).map_err(|_| Fault::new("format", "must be an integer of 32 bits"))
    }
}

/// Takes a JSON number as an integer: `2`, `2.0`, but not `2.5`. The outer `None` says that it is not an integer.
fn integral(value: &Value) -> Option<Result<i64, Fault>> {
    let number = value.as_number()?;
    if let Some(integer) = number.as_i64() {
        return Some(Ok(integer));
    }
    match number.as_f64() {
        Some(float) if float.fract() != 0.0 => None,
        #[expect(clippy::cast_possible_truncation, reason = "the bound keeps it exact")]
        Some(float) if float.abs() <= F64_INTEGERS_MAX => Some(Ok(float as i64)),
        _ => Some(Err(Fault::new("format", "must be an integer of 64 bits"))),
    }
}

impl<N: TryFrom<i64>> Read for IntegerReader<N> {
    type Output = N;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<N, Reported> {
        let Some(integer) = integral(&value) else { return Err(report_type(&value, "an integer", at, found)) };
        integer.and_then(|integer| self.check(integer)).map_err(|fault| found.report_fault(at, fault))
    }
}

impl<N: TryFrom<i64>> ReadText for IntegerReader<N> {
    fn read_text(&self, text: String) -> Result<N, Fault> {
        let digits = text.strip_prefix('-').unwrap_or(&text);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Fault::new("type", "must be an integer"));
        }
        let integer = text.parse().map_err(|_| Fault::new("format", "must be an integer of 64 bits"))?;
        self.check(integer)
    }
}

/// The rules of a number.
#[derive(Clone, Copy, Debug)]
pub struct NumberReader {
    bounds: Bounds<f64>,
}

/// Reads a number.
pub const fn number() -> NumberReader {
    NumberReader { bounds: Bounds::none() }
}

impl NumberReader {
    bound_setters!(f64);

    fn check(&self, value: f64) -> Result<f64, Fault> {
        self.bounds.check(value, |value, step| {
            let quotient = value / step;
            (quotient - quotient.round()).abs() <= f64::EPSILON * quotient.abs().max(1.0)
        })?;
        Ok(value)
    }
}

impl Read for NumberReader {
    type Output = f64;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<f64, Reported> {
        let Some(number) = value.as_f64() else { return Err(report_type(&value, "a number", at, found)) };
        self.check(number).map_err(|fault| found.report_fault(at, fault))
    }
}

impl ReadText for NumberReader {
    fn read_text(&self, text: String) -> Result<f64, Fault> {
        let number: f64 = text.parse().map_err(|_| Fault::new("type", "must be a number"))?;
        if number.is_finite() { self.check(number) } else { Err(Fault::new("type", "must be a number")) }
    }
}

/// The rules of a boolean.
#[derive(Clone, Copy, Debug)]
pub struct BooleanReader {
    lenient: bool,
}

/// Reads `true` or `false`.
pub const fn boolean() -> BooleanReader {
    BooleanReader { lenient: false }
}

impl BooleanReader {
    /// As a parameter, takes any capitalisation: `True`.
    pub const fn lenient(mut self) -> Self {
        self.lenient = true;
        self
    }
}

impl Read for BooleanReader {
    type Output = bool;

    fn read(&self, value: Value, at: &Location<'_>, found: &mut Violations) -> Result<bool, Reported> {
        value.as_bool().ok_or_else(|| report_type(&value, "true or false", at, found))
    }
}

impl ReadText for BooleanReader {
    fn read_text(&self, text: String) -> Result<bool, Fault> {
        let is = |word: &str| if self.lenient { text.eq_ignore_ascii_case(word) } else { text == word };
        match (is("true"), is("false")) {
            (true, _) => Ok(true),
            (_, true) => Ok(false),
            _ => Err(Fault::new("type", "must be true or false")),
        }
    }
}
