#include "mobile/check/check_refusals.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "mobile/check/check_rows.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text_rule.h"
#include "shared/checklist/evaluate/value_text.h"

namespace plumb::mobile {

namespace {

auto is(Refusal::Kind kind, const std::string& key) {
    return [kind, &key](const Refusal& one) { return one.kind == kind && one.key == key; };
}

bool stands(const Refusal& refusal, const checklist::Session& session) {
    if (refusal.kind == Refusal::Kind::fact) return true;
    if (!session.item(refusal.item).relevant) return false;
    if (refusal.kind == Refusal::Kind::note) return true;
    const auto rows = session.rows(refusal.item);
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return row.kind == checklist::ItemRow::Kind::question && row.key == refusal.key;
    });
}

}  // namespace

QString Refusal::sentence() const {
    const QString known = textProblem(text, static_cast<qsizetype>(checklist::kMaxAnswerBytes));
    return known.isEmpty() ? sentenceFor(error) : known;
}

void CheckRefusals::put(Refusal refusal) {
    take(refusal.kind, refusal.key);
    m_all.push_back(std::move(refusal));
}

void CheckRefusals::take(Refusal::Kind kind, const std::string& key) {
    std::erase_if(m_all, is(kind, key));
}

void CheckRefusals::removeInstance(const std::string& instance) {
    const auto open = instance.rfind('[');
    if (open == std::string::npos) return;
    const std::string repeat = instance.substr(0, open + 1);
    const auto gone = std::strtoul(instance.c_str() + open + 1, nullptr, 10);
    std::erase_if(m_all, [&](const Refusal& one) {
        return one.kind == Refusal::Kind::answer && one.key.starts_with(instance + "/");
    });
    for (auto& one : m_all) {
        if (one.kind != Refusal::Kind::answer || !one.key.starts_with(repeat)) continue;
        const auto close = one.key.find(']', open);
        const auto number = std::strtoul(one.key.c_str() + open + 1, nullptr, 10);
        if (number > gone) one.key = repeat + std::to_string(number - 1) + one.key.substr(close);
    }
}

const Refusal* CheckRefusals::find(Refusal::Kind kind, const std::string& key) const {
    const auto found = std::find_if(m_all.begin(), m_all.end(), is(kind, key));
    return found == m_all.end() ? nullptr : &*found;
}

std::vector<Refusal> CheckRefusals::standing(const checklist::Session& session) const {
    std::vector<Refusal> out;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(out),
                 [&](const Refusal& one) { return stands(one, session); });
    return out;
}

}  // namespace plumb::mobile
