// POST /v1/packs: what a device without a network wrote, carried here by anybody (PROTOCOL.md, *Sync by file*). The
// file is unsealed while it comes; its head, signed by the device's key, says for whom it is, and its lines and files
// take the ways that they would have taken from that device itself. Nothing is held but a piece, the lines, and the
// file that is just being written.
#include "shared/crypto/jws.h"
#include "shared/crypto/sealed_stream.h"
#include "shared/record/pack_items.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/file_item.h"
#include "sync-server/http/pack_answer.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/push.h"

namespace plumb::server {
namespace {

constexpr std::size_t kMostHead = 1 << 20;
constexpr std::size_t kMostLines = 16 << 20;
constexpr std::size_t kMostFiles = 20'000;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_pack", std::move(why));
}

class PackSink final : public BodySink, private record::PackItemTaker {
  public:
    explicit PackSink(Services& services)
        : m_services(services),
          m_items(*this),
          m_opener(
              "request", [&services](ByteView key) { return services.signer.openSealed(key); },
              [this](ByteView plain) { return m_items.append(plain); }) {}

    // BodySink
    Result<void> append(ByteView bytes) override {
        m_bytes += bytes.size();
        if (m_bytes > m_services.limits.pack) {
            return fail(ErrorKind::tooLarge, "body_too_large",
                        "an exchange file has at most " + std::to_string(m_services.limits.pack) + " bytes");
        }
        return m_opener.append(bytes);
    }
    Response finish() override {
        if (const auto done = m_opener.finish(); !done) return problem(done.error());
        if (const auto done = m_items.finish(); !done) return problem(done.error());
        if (!m_ask) return problem({ErrorKind::malformed, "bad_pack", "the exchange file is empty"});
        // What was refused may be so no longer since the lines came; a revocation among them counts.
        const auto caller = m_services.trust.principal(m_kid);
        if (!caller && caller.error().code != "key_revoked") return problem(caller.error());
        auto answer = answerPack(*m_ask, m_done, caller ? std::optional(*caller) : std::nullopt, m_services);
        if (!answer) return problem(answer.error());
        m_services.lastCalls.note(m_kid, m_services.clock().utc);
        auto response = textResponse(std::move(*answer), "application/vnd.plumb.pack");
        response.compressible = false;
        return response.with("Cache-Control", "no-store");
    }
    void cut() override { m_file.reset(); }

  private:
    // PackItemTaker
    Result<void> begin(const json::object& head, const std::string& what, std::uint64_t size) override {
        m_what = what;
        m_text.clear();
        if ((what == "head") == m_ask.has_value())
            return bad("the exchange file's head does not stand first, or twice");
        if (what == "head" && size > kMostHead) return bad("the exchange file's head is too long");
        if (what == "lines" && size > kMostLines) return bad("the exchange file has too many lines");
        if (what == "file") return beginFile(head, size);
        return {};
    }
    Result<void> data(ByteView bytes) override {
        if (m_what == "head" || m_what == "lines") m_text.append(asText(bytes));
        if (m_file) m_file->append(bytes);
        return {};
    }
    Result<void> end() override {
        if (m_what == "head") return takeHead();
        if (m_what == "lines") return takeLines();
        if (m_file) {
            m_done.uploads[m_hash] = m_file->finish();
            m_file.reset();
        }
        return {};
    }

    Result<void> takeHead() {
        const auto jws = crypto::parseCompact(m_text);
        if (!jws) return bad(jws.error().detail);
        const auto key = m_services.trust.memberKey(jws->header.kid);
        if (!key) return fail(key.error());
        if (jws->header.typ != crypto::kPackTyp || crypto::suiteName(key->suite()) != jws->header.alg ||
            !key->verify(asBytes(jws->signingInput), jws->signature)) {
            return fail(ErrorKind::badSignature, "bad_signature",
                        "the exchange file is not signed by the device that it names");
        }
        const auto value = parseJson(jws->payload, 8);
        if (!value || !value->is_object()) return bad("the exchange file's head is no JSON object");
        const auto& head = value->get_object();
        if (textOr(head, "origin") != m_services.signer.origin())
            return bad("the exchange file is for the log " + textOr(head, "origin").substr(0, 200));
        auto ask = PackAsk::read(head);
        if (!ask) return fail(ask.error());
        if (ask->id != m_opener.id()) return bad("the exchange file's head is another file's");
        m_kid = jws->header.kid;
        m_ask = std::move(*ask);
        return {};
    }

    Result<void> takeLines() {
        std::vector<std::string_view> lines;
        for (std::string_view rest = m_text; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            lines.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (lines.size() < m_services.limits.batchLines && !rest.empty()) continue;
            auto outcome = pushLines(lines, m_services);
            if (!outcome) return fail(outcome.error());
            for (auto& decision : outcome->decisions) m_done.decisions.push_back(std::move(decision));
            lines.clear();
        }
        return {};
    }

    Result<void> beginFile(const json::object& head, std::uint64_t size) {
        const auto hash = Sha256::fromHex(textOr(head, "sha256"));
        if (!hash) return bad("a file of the exchange file has no hash");
        if (m_done.uploads.size() == kMostFiles) return bad("the exchange file has too many files");
        m_hash = *hash;
        const auto caller = m_services.trust.principal(m_kid);
        if (!caller) {
            m_done.uploads[m_hash] = caller.error();
            return {};
        }
        m_file = std::make_unique<FileItem>(UploadMeta{m_hash, size, m_kid, textOr(head, "type").substr(0, 100)},
                                            *caller, m_services);
        return {};
    }

    Services& m_services;
    record::PackItemReader m_items;
    crypto::StreamOpener m_opener;
    std::uint64_t m_bytes = 0;
    std::string m_what, m_text, m_kid;
    std::optional<PackAsk> m_ask;
    PackDone m_done;
    Sha256 m_hash;
    std::unique_ptr<FileItem> m_file;
};

}  // namespace

Result<std::unique_ptr<BodySink>> openPack(const Request&, Services& services) {
    return std::make_unique<PackSink>(services);
}

}  // namespace plumb::server
