// Reads the members of a record's body. The first fault stays, as "bad_payload" with the member's path
// ("body.findings[2].item"); what is read after it is blank, so that a reader says each member once and asks at the
// end. Members that nobody asks for are none of its business. Borrows the body. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/base/clock.h"
#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/checklist/model/local_text.h"

namespace plumb::records {

class BodyReader {
  public:
    // `body` outlives this.
    explicit BodyReader(const json::object& body) : m_object(body), m_fault(&m_own) {}
    BodyReader(const BodyReader&) = delete;
    BodyReader& operator=(const BodyReader&) = delete;

    // Members that must be there.
    std::string text(std::string_view name);  // not blank
    std::int64_t integer(std::string_view name);
    Sha256 hash(std::string_view name);           // 64 lower-case hex digits
    std::string recordId(std::string_view name);  // a lower-case UUID
    Instant instant(std::string_view name);
    Day day(std::string_view name);
    checklist::LocalText localText(std::string_view name);  // in one language at least

    // Members that may be absent, and are of their type where they are there.
    std::string textIf(std::string_view name);  // "" where absent; may be blank
    std::optional<std::int64_t> integerIf(std::string_view name);
    std::optional<Sha256> hashIf(std::string_view name);
    std::vector<Sha256> hashesIf(std::string_view name);
    bool flagIf(std::string_view name);
    std::vector<std::string> textsIf(std::string_view name);  // an array of texts
    checklist::LocalText localTextIf(std::string_view name);  // an object of texts by language

    // Calls `read` with a reader of the object there; false where it is absent (a fault for `object`).
    template <class Read>
    bool object(std::string_view name, Read read) {
        return within(name, true, read);
    }
    template <class Read>
    bool objectIf(std::string_view name, Read read) {
        return within(name, false, read);
    }
    // Calls `read` with a reader of each object of the array there; how many there are, 0 where it is absent.
    template <class Read>
    std::size_t eachIf(std::string_view name, Read read) {
        const auto* array = arrayIf(name);
        if (!array) return 0;
        for (std::size_t i = 0; i < array->size() && good(); ++i) {
            const auto* entry = objectOf((*array)[i], name, i);
            if (!entry) break;
            BodyReader inner(*entry, *this, name, i);
            read(inner);
        }
        return array->size();
    }

    // A fault that the reader's own types do not know: "\"body.<name>\" <what>".
    void fault(std::string_view name, std::string_view what);
    // One that another reader found, in its own words.
    void fault(const Error& error);
    [[nodiscard]] bool good() const { return !*m_fault; }
    [[nodiscard]] Result<void> done() const;
    [[nodiscard]] const json::object& members() const { return m_object; }

  private:
    static constexpr std::size_t kNoIndex = static_cast<std::size_t>(-1);

    BodyReader(const json::object& object, const BodyReader& outer, std::string_view name, std::size_t index)
        : m_object(object), m_outer(&outer), m_name(name), m_index(index), m_fault(outer.m_fault) {}

    template <class Read>
    bool within(std::string_view name, bool needed, Read read) {
        const auto* value = m_object.if_contains(name);
        if (!value && !needed) return false;
        if (!value || !value->is_object()) {
            fault(name, "must be an object");
            return false;
        }
        BodyReader inner(value->get_object(), *this, name, kNoIndex);
        read(inner);
        return true;
    }
    const json::array* arrayIf(std::string_view name);
    const json::object* objectOf(const json::value& value, std::string_view name, std::size_t index);
    const json::string* stringIf(std::string_view name, bool needed);
    [[nodiscard]] std::string path() const;

    const json::object& m_object;
    const BodyReader* m_outer = nullptr;
    std::string_view m_name;
    std::size_t m_index = kNoIndex;
    std::optional<Error> m_own;
    std::optional<Error>* m_fault;
};

}  // namespace plumb::records
