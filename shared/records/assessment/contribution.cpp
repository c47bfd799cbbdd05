#include "shared/records/assessment/contribution.h"

namespace plumb::records {
namespace {

constexpr std::size_t kMaxRound = 40;  // bytes

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}

Result<std::map<std::string, std::string>> textMap(const json::object& object, const char* name,
                                                   const std::string& where) {
    std::map<std::string, std::string> out;
    const auto* value = object.if_contains(name);
    if (!value) return out;
    if (!value->is_object()) return bad("\"" + where + "." + name + "\" must be an object of texts");
    for (const auto& member : value->get_object()) {
        if (!member.value().is_string())
            return bad("\"" + where + "." + name + "." + std::string(member.key()) + "\" must be text");
        out.emplace(member.key(), member.value().get_string());
    }
    return out;
}

Result<std::string> textMember(const json::object& object, const char* name, const std::string& where) {
    const auto* value = object.if_contains(name);
    if (!value) return std::string();
    if (!value->is_string()) return bad("\"" + where + "." + name + "\" must be text");
    return std::string(value->get_string());
}

Result<ItemAnswers> readItem(const json::value& value, const std::string& where) {
    if (!value.is_object()) return bad("\"" + where + "\" must be an object");
    const auto& object = value.get_object();
    ItemAnswers out;
    auto answers = textMap(object, "answers", where);
    if (!answers) return fail(answers.error());
    out.answers = std::move(*answers);
    for (const auto& [name, to] : {std::pair{"na", &out.na}, std::pair{"note", &out.note}}) {
        auto text = textMember(object, name, where);
        if (!text) return fail(text.error());
        *to = std::move(*text);
    }
    return out;
}

json::object textObject(const std::map<std::string, std::string>& texts) {
    json::object out;
    for (const auto& [name, text] : texts) out[name] = text;
    return out;
}

}  // namespace

Result<Contribution> readContribution(const json::object& body) {
    Contribution out;
    const auto round = textAt(body, "round", "body");
    if (!round) return bad(round.error().detail);
    if (round->empty() || round->size() > kMaxRound)
        return bad("\"body.round\" must have 1 to " + std::to_string(kMaxRound) + " bytes");
    out.round = *round;
    auto checklist = readChecklistRef(body);
    if (!checklist) return fail(checklist.error());
    out.checklist = std::move(*checklist);
    const auto items = objectAt(body, "items", "body");
    if (!items) return bad(items.error().detail);
    for (const auto& member : **items) {
        auto item = readItem(member.value(), "body.items." + std::string(member.key()));
        if (!item) return fail(item.error());
        out.items.emplace(member.key(), std::move(*item));
    }
    auto facts = textMap(body, "facts", "body");
    if (!facts) return fail(facts.error());
    out.facts = std::move(*facts);
    if (out.items.empty() && out.facts.empty()) return bad("\"body.items\" must answer one item at least");
    return out;
}

json::object toBody(const Contribution& contribution) {
    json::object items;
    for (const auto& [id, item] : contribution.items) {
        json::object one{{"answers", textObject(item.answers)}};
        if (!item.na.empty()) one["na"] = item.na;
        if (!item.note.empty()) one["note"] = item.note;
        items[id] = std::move(one);
    }
    const auto& used = contribution.checklist;
    json::object out{{"round", contribution.round},
                     {"checklist", {{"id", used.id}, {"version", used.version}, {"sha256", used.sha256.hex()}}},
                     {"items", std::move(items)}};
    if (!contribution.facts.empty()) out["facts"] = textObject(contribution.facts);
    return out;
}

std::string assessmentKey(std::string_view site, std::string_view checklist, std::string_view round) {
    std::string out(site);
    out.append(1, '\n').append(checklist).append(1, '\n').append(round);
    return out;
}

Result<void> mayContribute(const std::optional<AssessmentRow>& row) {
    if (!row || row->submitted.empty()) return {};
    return fail(ErrorKind::refused, "round_closed",
                "this self-assessment was submitted already; what is to be changed goes into an amendment of it");
}

bool foldContribution(std::optional<AssessmentRow>& row, const Contribution& contribution, const BelievedLine& line) {
    if (!mayContribute(row)) {
        row->tooLate.push_back(line.hash);
        return false;
    }
    if (!row) {
        row.emplace();
        row->site = line.payload.site;
        row->checklist = contribution.checklist.id;
        row->round = contribution.round;
    }
    for (const auto& [id, content] : contribution.items) {
        auto& item = row->items[id];
        if (!item.kid.empty()) item.before.push_back(item.by);
        item.content = content;
        item.by = line.hash;
        item.kid = line.kid;
        item.at = line.payload.at;
        item.place = line.place;
    }
    for (const auto& [fact, text] : contribution.facts) row->facts[fact] = text;
    return true;
}

checklist::Answers mergedAnswers(const AssessmentRow& row) {
    checklist::Answers out;
    out.facts = row.facts;
    for (const auto& [id, item] : row.items) {
        for (const auto& [question, value] : item.content.answers) {
            if (!value.empty()) out.values[question] = value;
        }
        if (!item.content.na.empty()) out.na[id] = item.content.na;
        if (!item.content.note.empty()) out.notes[id] = item.content.note;
    }
    return out;
}

}  // namespace plumb::records
