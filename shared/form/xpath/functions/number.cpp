// Numbers. What scores are made of (sums, rounding, least and greatest) is exact IEEE 754 and the same everywhere;
// powers, logarithms and trigonometry are the C library's, right to the last bit or the one before.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "shared/form/data/exact_sum.h"
#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/functions/round_decimal.h"
#include "shared/form/xpath/value.h"

namespace plumb::form::xpath {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Value number(const Call& call) {
    if (call.size() > 0) return Value::ofNumber(call.number(0));
    if (!call.context().node.tree) call.fail("there is no node here; it needs an argument");
    return Value::ofNumber(call.evaluator().toNumber(Value::ofNodes({call.context().node})));
}

Value round(const Call& call) {
    double value = call.number(0);
    // A comma is a point here, as ODK Collect has it: '4,6' as people write it in much of the world.
    if (std::isnan(value)) {
        auto text = call.text(0);
        if (std::ranges::count(text, ',') == 1) {
            std::ranges::replace(text, ',', '.');
            value = numberOf(std::string_view(text));
        }
    }
    double places = call.size() > 1 ? call.number(1) : 0;
    if (std::isnan(places)) return Value::ofNumber(kNaN);
    places = std::min(std::max(std::trunc(places), -400.0), 400.0);
    return Value::ofNumber(roundDecimal(value, static_cast<int>(places)));
}

template <double (*Compute)(double)>
Value of(const Call& call) {
    return Value::ofNumber(Compute(call.number(0)));
}

double exp10(double power) {
    return std::pow(10.0, power);
}

Value pow(const Call& call) {
    return Value::ofNumber(std::pow(call.number(0), call.number(1)));
}

Value atan2(const Call& call) {
    return Value::ofNumber(std::atan2(call.number(0), call.number(1)));
}

Value pi(const Call&) {
    return Value::ofNumber(std::numbers::pi);
}

// From 0 up to, but not including, 1.
Value random(const Call& call) {
    return Value::ofNumber(static_cast<double>(call.world().randomBits() >> 11) * 0x1p-53);
}

// Every number of every argument. Unanswered questions are passed over, as in ODK Collect; what is there and no number
// is NaN, as in XPath.
template <class Take>
void eachNumber(const Call& call, const Take& take) {
    for (std::size_t i = 0; i < call.size(); ++i) {
        const auto value = call.value(i);
        if (value.kind == Value::Kind::nodes) {
            for (const auto& node : value.nodes) {
                const double one = call.evaluator().toNumber(Value::ofNodes({node}));
                if (!std::isnan(one) || !node.tree->stringValue(node.node).empty()) take(one);
            }
        } else if (value.kind != Value::Kind::text || !value.text.empty()) {
            take(call.evaluator().toNumber(value));
        }
    }
}

// Exact, so that neither the order of the nodes nor the way they came to be changes a total.
Value sum(const Call& call) {
    if (const Total* kept = call.size() == 1 ? call.total(0) : nullptr; kept && kept->unclear == 0)
        return Value::ofNumber(kept->sum.value());
    ExactSum total;
    double unclear = 0;
    eachNumber(call, [&](double one) {
        if (std::isfinite(one)) {
            total.add(one);
        } else {
            unclear += one;
        }
    });
    return Value::ofNumber(total.value() + unclear);
}

template <bool Least>
Value extreme(const Call& call) {
    double best = kNaN;
    bool any = false, broken = false;
    eachNumber(call, [&](double one) {
        broken = broken || std::isnan(one);
        if (!any || (Least ? one < best : one > best)) best = one;
        any = true;
    });
    return Value::ofNumber(broken ? kNaN : best);
}

constexpr bool onlyOne(std::size_t, std::size_t count) {
    return count == 1;
}

constexpr std::array kFunctions{
    Function{"number", number, 0, 1},
    Function{"int", of<std::trunc>, 1, 1},
    Function{"round", round, 1, 2},
    Function{"floor", of<std::floor>, 1, 1},
    Function{"ceiling", of<std::ceil>, 1, 1},
    Function{"abs", of<std::fabs>, 1, 1},
    Function{"sqrt", of<std::sqrt>, 1, 1},
    Function{"exp", of<std::exp>, 1, 1},
    Function{"exp10", of<exp10>, 1, 1},
    Function{"log", of<std::log>, 1, 1},
    Function{"log10", of<std::log10>, 1, 1},
    Function{"sin", of<std::sin>, 1, 1},
    Function{"cos", of<std::cos>, 1, 1},
    Function{"tan", of<std::tan>, 1, 1},
    Function{"asin", of<std::asin>, 1, 1},
    Function{"acos", of<std::acos>, 1, 1},
    Function{"atan", of<std::atan>, 1, 1},
    Function{"atan2", atan2, 2, 2},
    Function{"pow", pow, 2, 2},
    Function{"pi", pi, 0, 0},
    Function{"random", random, 0, 0},
    Function{"sum", sum, 1, kAny, true},
    Function{"min", extreme<true>, 1, kAny, true, onlyOne},
    Function{"max", extreme<false>, 1, kAny, true, onlyOne},
};

}  // namespace

std::span<const Function> numberFunctions() {
    return kFunctions;
}

}  // namespace plumb::form::xpath
