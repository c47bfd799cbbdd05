#include "shared/document/papers/inspection_facts.h"

#include <algorithm>
#include <optional>

#include "shared/checklist/score/score.h"
#include "shared/checklist/score/stated_score.h"
#include "shared/document/papers/evidence.h"

namespace plumb::document {
namespace {

using checklist::pointsText;
using checklist::Verdict;

class Sheet {
  public:
    Sheet(const InspectionSource& source, const std::string& language, const Evidence& evidence)
        : m_source(source), m_language(language), m_evidence(evidence), m_stated(source.body.score) {
        // Sentences are the engine's own; they are printed only where it comes to what is signed.
        if (auto score = checklist::scoreAnswers(source.checklist, source.body.answers)) m_score = std::move(*score);
        if (!m_stated.items && m_score) m_stated.items = checklist::statedOf(*m_score).items;
    }

    [[nodiscard]] json::array rows() const {
        json::array out;
        for (std::size_t i = 0; i < m_source.checklist.sections.size(); ++i) addSection(i, out);
        // What the column adds up to; `score` says what that comes to, brought to the document's full.
        checklist::Points points = 0, max = 0;
        for (const auto& section : m_stated.sections) {
            const auto* known = m_source.checklist.section(section.id);
            if (!known || known->parent) continue;
            points += section.points;
            max += section.max;
        }
        out.push_back(json::object{
            {"kind", "total"}, {"max", pointsText(max)}, {"lost", lost(points, max)}, {"points", pointsText(points)}});
        return out;
    }

    [[nodiscard]] json::object counts() const {
        std::int64_t pass = 0, part = 0, fail = 0, na = 0;
        for (const auto& item : m_stated.items.value_or(std::vector<checklist::StatedItem>{})) {
            pass += item.verdict == Verdict::pass;
            part += item.verdict == Verdict::part;
            fail += item.verdict == Verdict::fail;
            na += item.verdict == Verdict::notApplicable;
        }
        return {{"pass", pass}, {"part", part}, {"fail", fail}, {"na", na}, {"all", pass + part + fail + na}};
    }

    [[nodiscard]] json::object score() const {
        const auto* grade = m_source.checklist.grade(m_stated.grade);
        const bool same = m_score && m_score->points == m_stated.points && m_score->max == m_stated.max;
        return {{"points", pointsText(m_stated.points)},
                {"max", pointsText(m_stated.max)},
                {"grade", grade ? grade->label.in(m_language) : m_stated.grade},
                {"explanation", same ? m_score->explanation.in(m_language) : std::string()},
                {"vetoes", static_cast<std::int64_t>(m_stated.vetoes.size())}};
    }

  private:
    static std::string lost(checklist::Points points, checklist::Points max) {
        return points < max ? pointsText(max - points) : std::string();
    }

    void addSection(std::size_t index, json::array& out) const {
        const auto& section = m_source.checklist.sections[index];
        json::array items;
        for (const auto item : section.items) {
            if (const auto* stated = m_stated.item(m_source.checklist.items[item].id))
                items.push_back(rowOf(m_source.checklist.items[item], *stated));
        }
        const auto stated = std::find_if(m_stated.sections.begin(), m_stated.sections.end(),
                                         [&](const auto& one) { return one.id == section.id; });
        const bool known = stated != m_stated.sections.end();
        if (items.empty() && !known) return;
        checklist::Points bonus = 0;
        bool isBonus = !items.empty();
        for (const auto item : section.items) {
            const auto* one = m_stated.item(m_source.checklist.items[item].id);
            isBonus = isBonus && m_source.checklist.items[item].bonus;
            if (one) bonus += one->points;
        }
        const bool counts = known && !isBonus;
        out.push_back(json::object{{"kind", "section"},
                                   {"title", section.title.in(m_language)},
                                   {"max", counts ? pointsText(stated->max) : ""},
                                   {"lost", counts ? lost(stated->points, stated->max) : ""},
                                   {"points", isBonus ? pointsText(bonus)
                                              : known ? pointsText(stated->points)
                                                      : ""}});
        for (auto& item : items) out.push_back(std::move(item));
    }

    [[nodiscard]] json::object rowOf(const checklist::Item& item, const checklist::StatedItem& stated) const {
        const bool scored = stated.verdict != Verdict::notApplicable && !item.advisory;
        // A bonus that is not earned is no fault, and nothing is lost by it.
        const bool failed = !item.bonus && (stated.verdict == Verdict::fail || stated.verdict == Verdict::part);
        std::string why;
        if (m_score) {
            const auto own = std::find_if(m_score->items.begin(), m_score->items.end(),
                                          [&](const auto& one) { return one.id == item.id; });
            if (own != m_score->items.end() && own->verdict == stated.verdict && own->points == stated.points)
                why = own->explanation.in(m_language);
        }
        const auto& answers = m_source.body.answers;
        if (const auto na = answers.na.find(item.id); na != answers.na.end()) why = na->second;
        if (const auto note = answers.notes.find(item.id); note != answers.notes.end())
            why += (why.empty() ? "" : "\n") + note->second;
        return {{"kind", failed ? "failed" : "item"},
                {"no", (item.no.empty() ? item.id : item.no) + (item.veto  ? "▲"
                                                                : item.key ? "★"
                                                                           : "")},
                {"text", item.text.in(m_language)},
                {"verdict", checklist::verdictName(stated.verdict)},
                {"max", scored ? pointsText(stated.max) : ""},
                {"lost", scored && !item.bonus ? lost(stated.points, stated.max) : ""},
                {"points", scored ? pointsText(stated.points) : ""},
                {"why", why},
                {"evidence", m_evidence.of(item.id)}};
    }

    const InspectionSource& m_source;
    const std::string& m_language;
    const Evidence& m_evidence;
    checklist::StatedScore m_stated;
    std::optional<checklist::Score> m_score;
};

// Of which kind its row is: what follows is the layout's to say.
std::string_view kindOf(const records::Finding& finding) {
    return finding.corrected ? "corrected" : finding.due.empty() ? "open" : "due";
}

json::array findingsOf(const InspectionSource& source, const Evidence& evidence) {
    json::array out;
    for (const auto& finding : source.body.findings) {
        const auto* item = source.checklist.item(finding.item);
        out.push_back(json::object{{"kind", kindOf(finding)},
                                   {"no", item && !item->no.empty() ? item->no : finding.item},
                                   {"severity", finding.severity},
                                   {"facts", finding.text},
                                   {"where", finding.where},
                                   {"due", finding.due},
                                   {"corrected", finding.corrected ? finding.corrected->done : std::string()},
                                   {"evidence", evidence.of(finding.item)}});
    }
    return out;
}

// As boxes of signatures take them: the points of each line, absolute.
std::string drawingOf(const records::Strokes& strokes) {
    json::array lines;
    for (const auto& line : strokes.lines) {
        json::array points;
        for (const auto& point : line) {
            points.emplace_back(point.x);
            points.emplace_back(point.y);
        }
        lines.push_back(std::move(points));
    }
    return toText(json::object{{"width", strokes.width}, {"height", strokes.height}, {"lines", std::move(lines)}});
}

// "shown", "not_shown" or "unsaid"; what stands beside it.
json::object credentialOf(const std::optional<records::CredentialShown>& said) {
    if (!said) return {{"shown", "unsaid"}, {"said", ""}};
    if (!said->at) return {{"shown", "not_shown"}, {"said", said->none}};
    return {{"shown", "yes"}, {"said", minuteText(*said->at)}};
}

json::object resultOf(const std::optional<records::ResultLeft>& left) {
    if (!left) return {{"left", "unsaid"}, {"sent_to", ""}, {"at", ""}};
    const bool done = left->way != records::ResultWay::later;
    return {
        {"left", records::resultWayName(left->way)}, {"sent_to", left->to}, {"at", done ? minuteText(left->at) : ""}};
}

json::array deliveriesOf(const std::vector<records::ResultDelivery>& deliveries) {
    json::array out;
    for (const auto& one : deliveries)
        out.push_back(json::object{{"delivered", records::resultDeliveryWayName(one.way)},
                                   {"sent_to", one.to},
                                   {"at", minuteText(one.at)},
                                   {"name", one.name},
                                   {"note", one.note},
                                   {"place", whereText(one.place)}});
    return out;
}

json::object partyOf(const std::optional<records::Party>& party) {
    if (!party) return {};
    return {{"name", party->name},
            {"role", party->role},
            {"agreed", party->hasSigned()},
            {"refused", !party->refusedReason.empty()},
            {"reason", party->refusedReason},
            {"witness", party->witness.empty() ? party->noWitness : party->witness},
            {"witness_role", party->witnessRole},
            {"absent", party->absent}};
}

// A number that nobody proved is not printed.
json::object certified(json::object signer, const std::string& certificate) {
    if (certificate.empty()) return signer;
    signer["certified"] = "yes";
    signer["certificate"] = certificate;
    return signer;
}

json::array signersOf(const InspectionSource& source) {
    const auto at = minuteText(source.record.payload.at);
    json::array out;
    out.push_back(
        certified({{"role", "inspector"}, {"name", source.record.author}, {"at", at}}, source.record.certificate));
    const auto cosigned = source.cosigner.empty() ? std::string() : minuteText(source.cosignedAt);
    if (!cosigned.empty())
        out.push_back(
            certified({{"role", "member"}, {"name", source.cosigner}, {"at", cosigned}}, source.cosignerCertificate));
    if (cosigned.empty() && source.body.signers > 1)
        out.push_back(json::object{{"role", "awaited"}, {"name", ""}, {"at", ""}});
    for (const auto& name : source.body.team) {
        if (name != source.record.author && (cosigned.empty() || name != source.cosigner))
            out.push_back(json::object{{"role", "member"}, {"name", name}, {"at", ""}});
    }
    const auto& party = source.body.party;
    if (party && party->hasSigned())
        out.push_back(json::object{{"role", "party"},
                                   {"name", party->name},
                                   {"at", at},
                                   {"drawing", party->strokes ? drawingOf(*party->strokes) : party->signature->hex()}});
    if (party && party->witnessStrokes)
        out.push_back(json::object{
            {"role", "witness"}, {"name", party->witness}, {"at", at}, {"drawing", drawingOf(*party->witnessStrokes)}});
    return out;
}

}  // namespace

json::object inspectionFacts(const InspectionSource& source, const std::string& language) {
    const auto& body = source.body;
    const Evidence evidence({source.record.payload.files, source.checklist, source.photo},
                            body.party ? body.party->signature : std::nullopt);
    const Sheet sheet(source, language, evidence);
    const auto from = minuteText(body.started), to = minuteText(body.finished);
    std::string team;
    for (const auto& name : body.team) team += (team.empty() ? "" : "\n") + name;
    json::object out = recordFacts(source.record);
    const json::object own{
        {"kind", body.kind},
        {"from", from},
        {"to", to.substr(0, 10) == from.substr(0, 10) ? to.substr(11) : to},
        {"team", team},
        {"checklist",
         {{"title", source.checklist.title.in(language)},
          {"version", body.checklist.version},
          {"items", static_cast<std::int64_t>(source.checklist.items.size())}}},
        {"party", partyOf(body.party)},
        {"credential", credentialOf(body.credential)},
        {"result", resultOf(body.result)},
        {"licence_name", body.inspected && !body.inspected->published.empty() ? body.inspected->name : std::string()},
        {"licence_reason", body.inspected ? body.inspected->reason : std::string()},
        {"deliveries", deliveriesOf(source.deliveries)},
        {"refusal_files", static_cast<std::int64_t>(std::ranges::count(source.record.payload.files,
                                                                       records::kRefusalRole, &record::FileRef::role))},
        {"findings", findingsOf(source, evidence)},
        {"counts", sheet.counts()},
        {"score", sheet.score()},
        {"rows", sheet.rows()},
        {"photos", evidence.photos()},
        {"files", evidence.files()},
        {"photo_count", static_cast<std::int64_t>(evidence.photos().size())},
        {"file_count", static_cast<std::int64_t>(evidence.files().size())},
        {"signers", signersOf(source)},
        {"place", whereText(body.places.signedAt)},
        {"cosigned_place", source.cosigner.empty() ? std::string() : whereText(source.cosignedWhere)},
        {"waits", body.signers > 1 && source.cosigner.empty()},
        {"amendment", body.reason}};
    for (const auto& member : own) out[member.key()] = member.value();
    return out;
}

}  // namespace plumb::document
