#include "shared/sync/case_check.h"

#include <algorithm>

#include "shared/crypto/hash.h"
#include "shared/records/assessment/contribution.h"

namespace plumb::sync {
namespace {

std::vector<std::string> itemsOf(const record::Payload& payload) {
    std::vector<std::string> out;
    if (payload.type == "assessment.contributed") {
        if (const auto read = records::readContribution(payload.body)) {
            for (const auto& [item, content] : read->items) out.push_back(item);
        }
        return out;
    }
    const auto kind = records::actKindOf(payload.type);
    const auto act = kind ? records::readAct(*kind, payload.body) : Result<records::Act>(records::Act{});
    if (!act) return out;
    for (const auto& entry : act->entries) out.push_back(entry.item);
    return out;
}

}  // namespace

std::string lineWord(const record::Payload& payload) {
    std::string out = payload.type;
    std::string items;
    for (const auto& item : itemsOf(payload)) items += (items.empty() ? " about item " : ", ") + item;
    return out + items;
}

void CaseCheck::add(const records::BelievedLine& line) {
    records::CaseReading reading;
    const auto& payload = line.payload;
    if (!m_row || textOr(payload.body, "of") == m_row->standing.id) {
        if (records::isInspection(payload.type)) {
            if (auto read = records::readSummary(payload.body)) reading.summary = std::move(*read);
            reading.findings = records::findingsOf(payload.body);
        }
        if (const auto kind = records::actKindOf(payload.type)) {
            if (auto act = records::readAct(*kind, payload.body)) reading.act = std::move(*act);
            if (reading.act && !reading.act->inspection.empty()) {
                const auto recheck = m_rechecks.find(reading.act->inspection);
                if (recheck == m_rechecks.end() || recheck->second != reading.act->order)
                    m_unfounded.push_back(lineWord(payload) + " rests on " + reading.act->inspection.substr(0, 40) +
                                          ", which is no re-check for its order");
            }
            m_acts.emplace_back(line.hash, lineWord(payload));
        }
        (void)records::foldCase(m_row, line, reading);
    } else if (payload.type == "inspection.submitted") {
        m_rechecks.emplace(payload.id, textOr(payload.body, "order"));
    }
}

bool CaseCheck::concerns(const record::Payload& payload) const {
    if (!m_row) return false;
    if (m_rechecks.contains(textOr(payload.body, "of"))) return true;
    const auto order = textOr(payload.body, "order");
    return payload.type == "inspection.submitted" &&
           std::any_of(m_row->orders.begin(), m_row->orders.end(), [&](const auto& one) { return one.id == order; });
}

Result<void> CaseCheck::checkFiles(const record::Payload& payload) const {
    for (const auto& ref : payload.files) {
        const BundleFile* held = nullptr;
        for (const auto* files : {&m_bundle.files, &m_bundle.caseFiles}) {
            const auto found = std::find_if(files->begin(), files->end(),
                                            [&](const auto& one) { return one.ref.sha256 == ref.sha256; });
            if (!held && found != files->end()) held = &*found;
        }
        const std::string which = (ref.item.empty() ? "the " + ref.role : "item " + ref.item + ", the file") + " " +
                                  ref.sha256.hex().substr(0, 12) + "…";
        if (!held || !held->present) return fail(ErrorKind::malformed, "bad_bundle", which + " is not in the bundle");
        if (held->content.size() != ref.size || crypto::sha256(held->content) != ref.sha256)
            return fail(ErrorKind::malformed, "bad_bundle", which + " was changed");
    }
    return {};
}

CaseNames CaseCheck::names() const {
    if (!m_row) return {};
    const auto& orders = m_row->orders;
    return {orders.empty() ? std::string() : orders.front().number, m_row->site, m_row->kind,
            dayText(dayOf(m_row->at))};
}

std::string CaseCheck::word() const {
    if (!m_row) return "the lines open no case";
    std::string out = "the case is " + std::string(records::stateName(records::stateOf(*m_row)));
    for (const auto& order : m_row->orders) out += ", order " + order.number;
    for (const auto& finding : m_row->findings) {
        out += "; item " + finding.item + " " + std::string(records::stateName(finding.state));
        if (finding.due && records::isOpen(finding.state)) out += ", due " + dayText(*finding.due);
    }
    if (!m_row->archived.empty()) out += "; archived, term " + m_row->archived;
    return out;
}

std::vector<std::string> CaseCheck::ignored() const {
    std::vector<std::string> out;
    if (!m_row) return out;
    for (const auto& act : m_row->ignored) {
        const auto named =
            std::find_if(m_acts.begin(), m_acts.end(), [&](const auto& one) { return one.first == act.hash; });
        out.push_back((named == m_acts.end() ? act.hash.hex() : named->second) + " changed nothing: " + act.why);
    }
    return out;
}

}  // namespace plumb::sync
