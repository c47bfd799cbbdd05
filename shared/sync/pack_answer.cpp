#include "shared/sync/pack_answer.h"

#include "shared/crypto/hash.h"
#include "shared/crypto/sealed_box.h"
#include "shared/crypto/sealed_stream.h"
#include "shared/record/pack_items.h"

namespace plumb::sync {
namespace {

tl::unexpected<Error> bad(const std::string& why) {
    return fail(ErrorKind::malformed, "bad_pack", "the server's answer cannot be used: " + why);
}

Result<std::map<Sha256, json::object>> byHash(const json::object& head, const char* name) {
    std::map<Sha256, json::object> out;
    const auto object = objectAt(head, name);
    if (!object) return bad(object.error().detail);
    for (const auto& [key, value] : **object) {
        const auto hash = Sha256::fromHex(std::string_view(key));
        if (!hash || !value.is_object()) return bad(std::string("its \"") + name + "\" is damaged");
        out[*hash] = value.get_object();
    }
    return out;
}

Result<void> readHead(std::string_view text, const AskedPack& asked, PackAnswer& out) {
    const auto value = parseJson(text);
    if (!value || !value->is_object()) return bad("its head is no JSON object");
    const auto& head = value->get_object();
    if (textOr(head, "for") != asked.id) return bad("it answers another file");
    out.origin = textOr(head, "origin");
    out.time = textOr(head, "time");
    out.checkpoint = textOr(head, "checkpoint");
    out.receipt = textOr(head, "receipt");
    const auto size = integerAt(head, "log_size");
    if (!size || *size < 0) return bad("it does not say how long the log is");
    out.size = static_cast<std::uint64_t>(*size);
    const auto* revoked = head.if_contains("revoked");
    out.revoked = revoked && revoked->is_bool() && revoked->get_bool();
    if (const auto consistency = arrayAt(head, "consistency"); consistency) out.consistency = **consistency;
    if (const auto inclusion = objectAt(head, "inclusion"); inclusion) out.inclusion = **inclusion;
    for (const auto& [name, into] :
         {std::pair{"results", &out.results}, {"proofs", &out.proofs}, {"uploads", &out.uploads}}) {
        auto read = byHash(head, name);
        if (!read) return fail(read.error());
        *into = std::move(*read);
    }
    return {};
}

// Holds an item at a time.
class Taker final : public record::PackItemTaker {
  public:
    Taker(const AskedPack& asked, PackAnswer& out) : m_asked(asked), m_out(out) {}

    Result<void> begin(const json::object& head, const std::string& what, std::uint64_t size) override {
        m_head = head;
        m_what = what;
        if ((m_what == "head") == m_headSeen) return bad("its head does not stand first, or twice");
        m_headSeen = true;
        m_content.clear();
        m_content.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(size, 1 << 20)));
        return {};
    }
    Result<void> data(ByteView bytes) override {
        m_content.append(asText(bytes));
        return {};
    }
    Result<void> end() override {
        if (m_what == "head") return readHead(m_content, m_asked, m_out);
        if (m_what == "feed" || m_what == "trust") {
            const auto after = integerAt(m_head, "after"), cursor = integerAt(m_head, "cursor");
            if (!after || !cursor || *after < 0 || *cursor < 0) return bad("a page has no place");
            const auto* more = m_head.if_contains("more");
            (m_what == "feed" ? m_out.feed : m_out.trust)[static_cast<std::uint64_t>(*after)] = {
                static_cast<std::uint64_t>(*cursor), more && more->is_bool() && more->get_bool(), std::move(m_content)};
        } else if (m_what == "file") {
            const auto hash = crypto::sha256(m_content);
            m_out.documents[hash] = std::move(m_content);
        }
        // Anything else is of a later version.
        m_content.clear();
        return {};
    }
    [[nodiscard]] bool hasHead() const { return m_headSeen; }

  private:
    const AskedPack& m_asked;
    PackAnswer& m_out;
    json::object m_head;
    std::string m_what, m_content;
    bool m_headSeen = false;
};

}  // namespace

Result<PackAnswer> readPackAnswer(const AskedPack& asked, ByteView sealed) {
    PackAnswer out;
    Taker taker(asked, out);
    record::PackItemReader items(taker);
    crypto::StreamOpener opener(
        "answer", [&asked](ByteView key) { return crypto::openSealed(asked.opening, key); },
        [&items](ByteView plain) { return items.append(plain); });
    if (auto done = opener.append(sealed); !done) return fail(done.error());
    if (auto done = opener.finish(); !done) return fail(done.error());
    if (auto done = items.finish(); !done) return fail(done.error());
    if (!taker.hasHead()) return bad("it is empty");
    return out;
}

}  // namespace plumb::sync
