#include "shared/records/body_reader.h"

#include "shared/base/uuid.h"

namespace plumb::records {

std::string BodyReader::path() const {
    if (!m_outer) return "body";
    auto out = m_outer->path() + "." + std::string(m_name);
    if (m_index != kNoIndex) out += "[" + std::to_string(m_index) + "]";
    return out;
}

void BodyReader::fault(std::string_view name, std::string_view what) {
    if (!good()) return;
    *m_fault =
        Error{ErrorKind::malformed, "bad_payload", "\"" + path() + "." + std::string(name) + "\" " + std::string(what)};
}

void BodyReader::fault(const Error& error) {
    if (good()) *m_fault = Error{ErrorKind::malformed, "bad_payload", path() + ": " + error.detail};
}

Result<void> BodyReader::done() const {
    if (good()) return {};
    return fail(**m_fault);
}

const json::string* BodyReader::stringIf(std::string_view name, bool needed) {
    const auto* value = m_object.if_contains(name);
    if (value && value->is_string()) return &value->get_string();
    if (value || needed) fault(name, "must be text");
    return nullptr;
}

std::string BodyReader::text(std::string_view name) {
    const auto* text = stringIf(name, true);
    if (text && text->empty()) fault(name, "must not be blank");
    return text ? std::string(*text) : std::string();
}

std::string BodyReader::textIf(std::string_view name) {
    const auto* text = stringIf(name, false);
    return text ? std::string(*text) : std::string();
}

std::int64_t BodyReader::integer(std::string_view name) {
    const auto* value = m_object.if_contains(name);
    if (value && value->is_int64()) return value->get_int64();
    fault(name, "must be an integer");
    return 0;
}

std::optional<std::int64_t> BodyReader::integerIf(std::string_view name) {
    if (!m_object.contains(name)) return std::nullopt;
    return integer(name);
}

Sha256 BodyReader::hash(std::string_view name) {
    const auto* text = stringIf(name, true);
    const auto hash = Sha256::fromHex(text ? std::string_view(*text) : std::string_view());
    if (hash) return *hash;
    fault(name, "must be a SHA-256 in 64 lower-case hex digits");
    return {};
}

std::optional<Sha256> BodyReader::hashIf(std::string_view name) {
    if (!m_object.contains(name)) return std::nullopt;
    return hash(name);
}

std::string BodyReader::recordId(std::string_view name) {
    const auto* text = stringIf(name, true);
    if (text && !isUuid(*text)) fault(name, "must be the id of a record");
    return text ? std::string(*text) : std::string();
}

Instant BodyReader::instant(std::string_view name) {
    const auto* text = stringIf(name, true);
    const auto instant = parseInstant(text ? std::string_view(*text) : std::string_view());
    if (instant) return *instant;
    fault(name, "must be an instant like \"2026-11-22T08:15:30.123+08:00\"");
    return {};
}

Day BodyReader::day(std::string_view name) {
    const auto* text = stringIf(name, true);
    const auto day = parseDay(text ? std::string_view(*text) : std::string_view());
    if (day) return *day;
    fault(name, "must be a day like \"2026-11-22\"");
    return {};
}

bool BodyReader::flagIf(std::string_view name) {
    const auto* value = m_object.if_contains(name);
    if (!value) return false;
    if (!value->is_bool()) fault(name, "must be true or false");
    return value->is_bool() && value->get_bool();
}

const json::array* BodyReader::arrayIf(std::string_view name) {
    const auto* value = m_object.if_contains(name);
    if (!value) return nullptr;
    if (value->is_array()) return &value->get_array();
    fault(name, "must be an array");
    return nullptr;
}

const json::object* BodyReader::objectOf(const json::value& value, std::string_view name, std::size_t index) {
    if (value.is_object()) return &value.get_object();
    fault(std::string(name) + "[" + std::to_string(index) + "]", "must be an object");
    return nullptr;
}

std::vector<std::string> BodyReader::textsIf(std::string_view name) {
    std::vector<std::string> out;
    const auto* array = arrayIf(name);
    if (!array) return out;
    for (const auto& text : *array) {
        if (!text.is_string()) {
            fault(name, "must be an array of texts");
            return {};
        }
        out.emplace_back(text.get_string());
    }
    return out;
}

std::vector<Sha256> BodyReader::hashesIf(std::string_view name) {
    std::vector<Sha256> out;
    for (const auto& text : textsIf(name)) {
        const auto hash = Sha256::fromHex(text);
        if (hash)
            out.push_back(*hash);
        else
            fault(name, "must be an array of SHA-256 in 64 lower-case hex digits");
    }
    return out;
}

checklist::LocalText BodyReader::localText(std::string_view name) {
    auto out = localTextIf(name);
    if (out.empty()) fault(name, "must be an object of texts by language");
    return out;
}

checklist::LocalText BodyReader::localTextIf(std::string_view name) {
    checklist::LocalText out;
    (void)objectIf(name, [&](BodyReader& texts) {
        for (const auto& text : texts.members()) out.add(std::string(text.key()), texts.textIf(text.key()));
    });
    return out;
}

}  // namespace plumb::records
