#include "shared/checklist/answers.h"

namespace plumb::checklist {
namespace {

Result<std::map<std::string, std::string>> texts(const json::object& object, std::string_view member) {
    std::map<std::string, std::string> out;
    const auto* value = object.if_contains(member);
    if (!value) return out;
    if (!value->is_object())
        return fail(ErrorKind::malformed, "bad_answers", "\"" + std::string(member) + "\" must be an object");
    for (const auto& entry : value->get_object()) {
        if (!entry.value().is_string()) {
            return fail(
                ErrorKind::malformed, "bad_answers",
                "\"" + std::string(member) + "." + std::string(entry.key()) + "\" must be text, in quotation marks");
        }
        out.emplace(entry.key(), entry.value().get_string());
    }
    return out;
}

json::object object(const std::map<std::string, std::string>& texts) {
    json::object out;
    for (const auto& [name, text] : texts) out[name] = text;
    return out;
}

}  // namespace

Result<Answers> Answers::fromJson(const json::object& object) {
    Answers out;
    for (auto [member, target] : {std::pair{"answers", &out.values}, std::pair{"na", &out.na},
                                  std::pair{"notes", &out.notes}, std::pair{"facts", &out.facts}}) {
        auto read = texts(object, member);
        if (!read) return fail(read.error());
        *target = std::move(*read);
    }
    return out;
}

json::object Answers::toJson() const {
    json::object out{{"answers", object(values)}, {"na", object(na)}, {"notes", object(notes)}};
    if (!facts.empty()) out["facts"] = object(facts);
    return out;
}

}  // namespace plumb::checklist
