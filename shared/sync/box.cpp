#include "shared/sync/box.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "shared/crypto/hash.h"
#include "shared/record/pack_items.h"
#include "shared/store/durable_file.h"
#include "shared/store/file_descriptor.h"

namespace plumb::sync {
namespace {

constexpr int kVersion = 1;
constexpr std::uint64_t kMostBundle = 1ULL << 30, kMostIndex = 64ULL << 20;
constexpr std::size_t kChunk = 1 << 20;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_box", "this is no whole box: " + std::move(why));
}

json::object toJson(const BoxedCase& one) {
    json::object out{{"case", one.id},   {"site", one.site},           {"kind", one.kind},  {"checked", one.checked},
                     {"term", one.term}, {"sha256", one.bundle.hex()}, {"bytes", one.bytes}};
    if (!one.number.empty()) out["number"] = one.number;
    return out;
}

Result<BoxedCase> caseIn(const json::value& value) {
    if (!value.is_object()) return bad("an entry of the index is no object");
    const auto& object = value.get_object();
    const auto hash = Sha256::fromHex(textOr(object, "sha256"));
    const auto bytes = integerAt(object, "bytes");
    if (!hash || !bytes || *bytes < 0) return bad("an entry of the index lacks its hash or size");
    return BoxedCase{textOr(object, "case"),
                     textOr(object, "number"),
                     textOr(object, "site"),
                     textOr(object, "kind"),
                     textOr(object, "checked"),
                     textOr(object, "term"),
                     *hash,
                     static_cast<std::uint64_t>(*bytes)};
}

// Takes the items as they come: the head, each case, the index.
class BoxTaker final : public record::PackItemTaker {
  public:
    BoxTaker(const std::string& rootKid, const std::function<void(const BoxedVerdict&)>& tell)
        : m_root(rootKid), m_tell(tell) {}

    Result<void> begin(const json::object& head, const std::string& what, std::uint64_t size) override {
        m_what = what;
        m_content.clear();
        if (m_ended) return bad("something follows the index");
        if (what == "head" && !m_begun && size == 0) return takeHead(head);
        if (!m_begun) return bad("it does not begin with its head");
        if (what == "case" && size <= kMostBundle) {
            m_case = textOr(head, "case");
            return {};
        }
        if (what == "index" && size <= kMostIndex) return {};
        return bad("it holds a \"" + what.substr(0, 40) + "\"");
    }
    Result<void> data(ByteView bytes) override {
        m_content.append(asText(bytes));
        return {};
    }
    Result<void> end() override {
        if (m_what == "case") takeCase();
        if (m_what == "index") return takeIndex();
        return {};
    }

    Result<BoxVerification> whole() {
        if (!m_ended) return bad("it ends before its index");
        m_out.good = m_out.reason.empty();
        return std::move(m_out);
    }

  private:
    struct Came {
        std::string id, term;
        Sha256 hash;
        std::uint64_t bytes;
        CaseNames named = {};
        [[nodiscard]] bool isListedAs(const BoxedCase& listed) const {
            return id == listed.id && hash == listed.bundle && bytes == listed.bytes && term == listed.term &&
                   named == CaseNames{listed.number, listed.site, listed.kind, listed.checked};
        }
    };

    Result<void> takeHead(const json::object& head) {
        const auto made = parseInstant(textOr(head, "made"));
        if (textOr(head, "kind") != "plumb-box" || !made) return bad("its head is none of a box");
        if (const auto* version = head.if_contains("version"); !version || *version != kVersion)
            return fail(ErrorKind::unsupported, "bad_box", "this box is of another version than this program reads");
        m_out.head = {textOr(head, "log"), textOr(head, "title"), *made};
        m_begun = true;
        return {};
    }
    void takeCase() {
        const auto judged = judge();
        if (!judged.good) note(judged.id + ": " + judged.detail);
        m_tell(judged);
    }
    BoxedVerdict judge() {
        Came came{m_case, {}, crypto::sha256(m_content), m_content.size()};
        BoxedVerdict out{m_case, false, {}};
        const bool fresh = m_ids.insert(m_case).second;
        if (const auto bundle = parseBundle(m_content)) {
            const auto verified = verifyBundle(*bundle, m_root);
            const auto wrong = std::find_if(verified.checks.begin(), verified.checks.end(),
                                            [](const Check& check) { return !check.good; });
            came.term = verified.archived;
            came.named = verified.named;
            if (wrong != verified.checks.end())
                out.detail = wrong->detail;
            else if (verified.id != m_case || !bundle->wholeCase)
                out.detail = "it holds another record than its head names, or no whole case";
            else if (verified.archived.empty())
                out.detail = "the case was not archived";
            else if (verified.log != m_out.head.log)
                out.detail = "it is of the log " + verified.log + ", not of the one that the box's head names";
            else if (!fresh)
                out.detail = "it stands in the box already";
            else
                out = {m_case, verified.good, "archived, term " + verified.archived};
        } else {
            out.detail = bundle.error().detail;
        }
        m_came.push_back(std::move(came));
        return out;
    }
    Result<void> takeIndex() {
        const auto value = parseJson(m_content, 8);
        if (!value || !value->is_array()) return bad("its index is no list");
        for (const auto& entry : value->get_array()) {
            auto one = caseIn(entry);
            if (!one) return fail(one.error());
            m_out.cases.push_back(std::move(*one));
        }
        m_ended = true;
        if (m_came.empty()) note("it holds no case, and nothing proves of which log it is");
        for (std::size_t i = 0; i < std::max(m_came.size(), m_out.cases.size()); ++i) {
            if (i >= m_came.size()) {
                note(m_out.cases[i].id + ": the index lists it, and it is not there");
            } else if (i >= m_out.cases.size()) {
                note(m_came[i].id + ": the index does not list it");
            } else if (!m_came[i].isListedAs(m_out.cases[i])) {
                note(m_came[i].id + ": it is not what the index lists");
            }
        }
        return {};
    }
    void note(std::string why) {
        if (m_out.reason.empty()) m_out.reason = std::move(why);
    }

    const std::string& m_root;
    const std::function<void(const BoxedVerdict&)>& m_tell;
    BoxVerification m_out;
    std::vector<Came> m_came;
    std::set<std::string> m_ids;  // of those
    std::string m_what, m_case, m_content;
    bool m_begun = false, m_ended = false;
};

}  // namespace

BoxWriter::BoxWriter(std::filesystem::path file, const BoxHead& head)
    : m_file(std::move(file)), m_part(m_file.string() + ".part"), m_out(m_part, std::ios::binary | std::ios::trunc) {
    write(record::packItemHead({{"what", "head"},
                                {"kind", "plumb-box"},
                                {"version", kVersion},
                                {"log", head.log},
                                {"title", head.title},
                                {"made", formatInstant(head.made)}},
                               0));
}

BoxWriter::~BoxWriter() {
    if (m_done) return;
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
}

void BoxWriter::write(std::string_view bytes) {
    m_out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!m_out) throw std::runtime_error(m_part.string() + " cannot be written");
}

void BoxWriter::add(BoxedCase one, std::string_view bundle) {
    one.bundle = crypto::sha256(bundle);
    one.bytes = bundle.size();
    write(record::packItemHead({{"what", "case"}, {"case", one.id}}, bundle.size()));
    write(bundle);
    m_cases.push_back(std::move(one));
}

void BoxWriter::finish() {
    json::array index;
    for (const auto& one : m_cases) index.push_back(toJson(one));
    const auto text = toText(index);
    write(record::packItemHead({{"what", "index"}}, text.size()));
    write(text);
    m_out.close();
    const store::FileDescriptor part(::open(m_part.c_str(), O_RDONLY | O_CLOEXEC));
    if (!m_out || !part.isOpen() || ::fsync(part.get()) != 0)
        throw std::runtime_error(m_part.string() + " cannot be written");
    std::filesystem::rename(m_part, m_file);
    store::syncFolder(std::filesystem::absolute(m_file).parent_path());
    m_done = true;
}

Result<BoxVerification> verifyBox(const std::filesystem::path& file, const std::string& rootKid,
                                  const std::function<void(const BoxedVerdict&)>& tell) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorKind::notFound, "file_unreadable", file.string() + " cannot be read");
    BoxTaker taker(rootKid, tell);
    record::PackItemReader reader(taker);
    std::string chunk(kChunk, '\0');
    const auto inBox = [](const Error& error) {
        return error.code == "bad_box"
                   ? Error(error)
                   : Error{ErrorKind::malformed, "bad_box", "this is no whole box: " + error.detail};
    };
    while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
        const auto piece = std::string_view(chunk).substr(0, static_cast<std::size_t>(in.gcount()));
        if (auto done = reader.append(asBytes(piece)); !done) return fail(inBox(done.error()));
    }
    if (auto done = reader.finish(); !done) return fail(inBox(done.error()));
    return taker.whole();
}

}  // namespace plumb::sync
