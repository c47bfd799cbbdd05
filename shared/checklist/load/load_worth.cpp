// What each item adds to the total: its points, or the base times the weights above it. Weights are multiplied exactly:
// where they come to something finer than a thousandth of a point the base is multiplied until they do not, and the
// total brought back to what it was (a fraction of whole numbers, rounded once). Nothing is rounded on the way.
#include <numeric>

#include "shared/checklist/load/document_loader.h"

namespace plumb::checklist {
namespace {

Fraction::Wide gcd(Fraction::Wide a, Fraction::Wide b) {
    while (b != 0) {
        const auto rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

std::string weightText(std::int64_t millionths) {
    std::string digits = std::to_string(kWhole + millionths % kWhole).substr(1);
    digits.erase(digits.find_last_not_of('0') + 1);
    return std::to_string(millionths / kWhole) + (digits.empty() ? "" : "." + digits);
}

// Whether it takes part in the weighing: bonus stands outside, the others count nothing.
bool weighs(const Item& item) {
    return !item.bonus && !item.advisory && item.points > 0;
}

}  // namespace

Fraction Fraction::times(std::int64_t by, std::int64_t over) const {
    Fraction out = *this;
    const auto common = static_cast<std::int64_t>(gcd(by, over));
    if (common == 0) return {0, 1};
    by /= common;
    over /= common;
    const auto across = gcd(out.numerator, over);
    const auto other = gcd(by, out.denominator);
    if (across == 0) return {0, 1};
    out.numerator = out.numerator / across * (by / other);
    out.denominator = out.denominator / other * (over / across);
    return out;
}

void DocumentLoader::resolveWorth() {
    bool weighted = false;
    for (const auto& item : m_out.items) weighted = weighted || item.weight;
    for (const auto& section : m_out.sections) weighted = weighted || section.weight;
    for (auto& item : m_out.items) item.worth = item.points;
    if (m_out.scoring.byVerdict && m_out.scoring.full)
        m_context.add("scoring.full", "a checklist that is scored by verdict has no points");
    if (!weighted) {
        if (m_out.scoring.base > 0)
            m_context.add("scoring.base", "nothing has a weight that it would be multiplied with");
        return;
    }
    if (!m_context.problems.empty()) return;  // sums of what was misread would only mislead
    Points& base = m_out.scoring.base;
    if (base == 0) base = m_out.scoring.full.value_or(100 * kPoint);
    std::int64_t sum = 0;
    bool all = true;
    const auto counts = [&](std::size_t s) {
        for (const auto& item : m_out.items) {
            if (!weighs(item)) continue;
            for (std::optional<std::size_t> at = item.section; at; at = m_out.sections[*at].parent) {
                if (*at == s) return true;
            }
        }
        return false;
    };
    for (std::size_t s = 0; s < m_out.sections.size(); ++s) {
        const Section& section = m_out.sections[s];
        if (section.depth > 0 || !counts(s)) continue;
        all = all && section.weight;
        sum += section.weight.value_or(0);
        if (!section.weight) m_context.add(m_sectionPaths[s], "has no weight, and others have");
    }
    if (all && sum != kWhole)
        m_context.add("sections", "the weights of the sections are " + weightText(sum) + " together, and must be 1");
    if (!all || sum != kWhole) return;
    if (const auto finer = weighAll(base); finer > 1) {
        if (finer > kMaxPoints / base) {
            m_context.add("scoring.base", "the weights multiply to parts that no total of at most " +
                                              pointsText(kMaxPoints) +
                                              " points holds in thousandths: use fewer decimals in the weights");
            return;
        }
        m_out.scoring.full = m_out.scoring.full.value_or(base);
        base *= static_cast<Points>(finer);
        (void)weighAll(base);
    }
}

// By how much the base must grow for every share to be whole thousandths of a point; 1 where they are.
Fraction::Wide DocumentLoader::weighAll(Points base) {
    m_finer = 1;
    for (std::size_t s = 0; s < m_out.sections.size(); ++s) {
        if (m_out.sections[s].depth == 0 && m_out.sections[s].weight)
            weigh(s, Fraction{base, 1}.times(*m_out.sections[s].weight, kWhole), m_sectionPaths[s]);
    }
    return m_finer;
}

void DocumentLoader::weigh(std::size_t section, Fraction worth, const std::string& path) {
    std::int64_t sum = 0, points = 0;
    std::size_t weights = 0, plain = 0;
    for (const auto i : m_out.sections[section].items) {
        const Item& item = m_out.items[i];
        if (!weighs(item)) continue;
        ++(item.weight ? weights : plain);
        sum += item.weight.value_or(0);
        points += item.points;
    }
    for (std::size_t s = section + 1; s < m_out.sections.size(); ++s) {
        if (m_out.sections[s].parent != section) continue;
        ++(m_out.sections[s].weight ? weights : plain);
        sum += m_out.sections[s].weight.value_or(0);
        if (!m_out.sections[s].weight) m_context.add(m_sectionPaths[s], "has no weight");
    }
    if (weights > 0 && plain > 0)
        return m_context.add(path, "some parts have a weight and some have none: all of them, or points for all items");
    if (weights > 0 && sum != kWhole)
        return m_context.add(path, "the weights in it are " + weightText(sum) + " together, and must be 1");
    for (const auto i : m_out.sections[section].items) {
        Item& item = m_out.items[i];
        if (!weighs(item)) continue;
        const Fraction share = item.weight ? worth.times(*item.weight, kWhole) : worth.times(item.points, points);
        if (share.denominator != 1) {
            // Past what any total can hold it need not be told how far.
            if (m_finer <= kMaxPoints) m_finer = m_finer / gcd(m_finer, share.denominator) * share.denominator;
            continue;
        }
        item.worth = static_cast<Points>(share.numerator);
    }
    for (std::size_t s = section + 1; s < m_out.sections.size(); ++s) {
        if (m_out.sections[s].parent == section && m_out.sections[s].weight)
            weigh(s, worth.times(*m_out.sections[s].weight, kWhole), m_sectionPaths[s]);
    }
}

}  // namespace plumb::checklist
