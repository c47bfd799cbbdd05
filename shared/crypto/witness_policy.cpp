#include "shared/crypto/witness_policy.h"

#include <algorithm>
#include <charconv>

#include "shared/base/clock.h"
#include "shared/crypto/checkpoint.h"

namespace plumb::crypto {
namespace {

constexpr std::string_view kNone = "none";
constexpr std::size_t kMostPolicyBytes = 256 * 1024;
constexpr std::size_t kMostParts = 256;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_policy", "the list of witnesses " + std::move(why));
}

std::vector<std::string_view> wordsOf(std::string_view line) {
    std::vector<std::string_view> out;
    while (true) {
        const auto begin = line.find_first_not_of(" \t");
        if (begin == line.npos) return out;
        line.remove_prefix(begin);
        const auto end = std::min(line.find_first_of(" \t"), line.size());
        out.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
}

Result<void> inLine(std::size_t number, Result<void> done) {
    if (done) return done;
    auto error = done.error();
    error.detail = "line " + std::to_string(number) + ": " + error.detail;
    return fail(std::move(error));
}

}  // namespace

std::string Cosigned::word() const {
    std::string out = "cosigned by " + std::to_string(by.size()) + " of the " + std::to_string(named) +
                      (named == 1 ? " witness" : " witnesses") + " that you named";
    for (std::size_t i = 0; i < by.size(); ++i)
        out += (i == 0 ? ": " : ", ") + by[i].name + " (" + formatInstant({by[i].at, std::chrono::minutes{0}}) + ")";
    for (const auto& name : bad) out += "; what stands there as " + name + "'s is not its signature";
    if (others > 0)
        out += "; " + std::to_string(others) + (others == 1 ? " further signature is" : " further signatures are") +
               " by keys that you did not name";
    if (!enough && bad.empty()) out += "; that is not enough";
    return out;
}

std::optional<std::size_t> WitnessPolicy::partOf(std::string_view name) const {
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].name == name) return i;
    }
    return std::nullopt;
}

Result<void> WitnessPolicy::addWitness(std::string name, std::string_view text, std::string url) {
    auto key = parseWitnessKey(text);
    if (!key) return fail(key.error());
    if (name == kNone || partOf(name))
        return bad("gives the name " + name + " twice, or to a witness that must not have it");
    const auto same = [&](const NamedWitness& other) { return other.key.key.raw() == key->key.raw(); };
    if (std::any_of(m_witnesses.begin(), m_witnesses.end(), same)) return bad("names the key of " + name + " twice");
    if (m_parts.size() == kMostParts) return bad("is longer than " + std::to_string(kMostParts) + " names");
    m_parts.push_back({name, m_witnesses.size()});
    m_witnesses.push_back({std::move(name), std::move(*key), std::move(url)});
    return {};
}

Result<void> WitnessPolicy::addGroup(const std::vector<std::string_view>& words) {
    if (words.size() < 4) return bad("has a group without members");
    Part group{std::string(words[1]), std::nullopt};
    if (group.name == kNone || partOf(group.name))
        return bad("gives the name " + group.name + " twice, or to a group that must not have it");
    if (m_parts.size() == kMostParts) return bad("is longer than " + std::to_string(kMostParts) + " names");
    for (std::size_t i = 3; i < words.size(); ++i) {
        const auto member = partOf(words[i]);
        if (!member) return bad("names \"" + std::string(words[i]) + "\" in a group, which no line before it does");
        if (m_parts[*member].taken) return bad("has \"" + std::string(words[i]) + "\" in two groups");
        m_parts[*member].taken = true;
        group.members.push_back(*member);
    }
    const auto needed = words[2];
    if (needed == "all") {
        group.needed = group.members.size();
    } else if (needed == "any") {
        group.needed = 1;
    } else {
        const auto [end, code] = std::from_chars(needed.data(), needed.data() + needed.size(), group.needed);
        if (code != std::errc() || end != needed.data() + needed.size() || group.needed < 1 ||
            group.needed > group.members.size())
            return bad("asks a group for \"" + std::string(needed) +
                       "\", which is neither all, any nor a number of its members");
    }
    m_parts.push_back(std::move(group));
    return {};
}

Result<WitnessPolicy> WitnessPolicy::parse(std::string_view text) {
    if (text.size() > kMostPolicyBytes) return bad("is longer than 256 KiB");
    WitnessPolicy out;
    bool decided = false;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto words = wordsOf(line);
        if (words.empty() || words[0].starts_with('#')) continue;
        const auto take = [&]() -> Result<void> {
            const auto control = [](char c) {
                return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
            };
            if (std::any_of(line.begin(), line.end(), control)) return bad("holds a control character");
            if (words[0] == "log" && (words.size() == 2 || words.size() == 3)) {
                auto key = parseNoteKey(words[1]);
                if (!key) return fail(key.error());
                const auto same = [&](const NamedLog& other) { return other.key.key.raw() == key->key.raw(); };
                if (std::any_of(out.m_logs.begin(), out.m_logs.end(), same)) return bad("names a log's key twice");
                out.m_logs.push_back({std::move(*key), words.size() == 3 ? std::string(words[2]) : std::string()});
                return {};
            }
            if (words[0] == "witness" && (words.size() == 3 || words.size() == 4))
                return out.addWitness(std::string(words[1]), words[2],
                                      words.size() == 4 ? std::string(words[3]) : std::string());
            if (words[0] == "group") return out.addGroup(words);
            if (words[0] == "quorum" && words.size() == 2) {
                if (decided) return bad("has two lines that say how many are enough (quorum)");
                decided = true;
                if (words[1] == kNone) return {};
                out.m_quorum = out.partOf(words[1]);
                if (!out.m_quorum)
                    return bad("asks for \"" + std::string(words[1]) + "\", which no line before it names");
                return {};
            }
            return bad("has a line that is none of log, witness, group and quorum");
        };
        if (auto done = inLine(number, take()); !done) return fail(done.error());
    }
    if (!decided) return bad("does not say how many are enough: a line \"quorum NAME\", or \"quorum none\"");
    return out;
}

Result<WitnessPolicy> WitnessPolicy::of(const std::vector<std::string>& witnessKeys, std::size_t enough) {
    WitnessPolicy out;
    Part all{"", std::nullopt, enough};
    for (const auto& text : witnessKeys) {
        // By its number: two keys may go by one name.
        if (auto done = out.addWitness(std::to_string(out.m_witnesses.size() + 1), text, ""); !done)
            return fail(done.error());
        out.m_witnesses.back().name = out.m_witnesses.back().key.name;
        all.members.push_back(out.m_parts.size() - 1);
    }
    if (enough > all.members.size())
        return bad("names " + std::to_string(all.members.size()) + ", and " + std::to_string(enough) +
                   " are to have cosigned");
    if (enough > 0) {
        out.m_quorum = out.m_parts.size();
        out.m_parts.push_back(std::move(all));
    }
    return out;
}

Cosigned WitnessPolicy::judge(std::string_view note, const NoteKey& log) const {
    Cosigned out;
    out.named = m_witnesses.size();
    out.enough = !m_quorum;
    const auto parts = splitNote(note, kMostCheckpointBytes, "checkpoint");
    if (!parts) return out;
    std::vector<bool> met;
    std::size_t known = 0;
    const auto counts = [&](const std::string& name, const Bytes& id) {
        return std::count_if(parts->signatures.begin(), parts->signatures.end(),
                             [&](const NoteSignature& one) { return one.name == name && one.keyId == id; });
    };
    known += static_cast<std::size_t>(counts(log.name, noteKeyId(log.name, log.key, NoteKeyType::signs)));
    for (const auto& part : m_parts) {
        if (!part.witness) {
            const auto have = std::count_if(part.members.begin(), part.members.end(),
                                            [&](std::size_t member) { return met[member]; });
            met.push_back(static_cast<std::size_t>(have) >= part.needed);
            continue;
        }
        const auto& witness = m_witnesses[*part.witness];
        const auto at = cosignedAt(*parts, witness.key);
        known += static_cast<std::size_t>(
            counts(witness.key.name, noteKeyId(witness.key.name, witness.key.key, NoteKeyType::cosigns)));
        met.push_back(at && *at);
        if (!at)
            out.bad.push_back(witness.name);
        else if (*at)
            out.by.push_back({witness.name, **at});
    }
    out.others = parts->signatures.size() - known;
    out.enough = (!m_quorum || met[*m_quorum]) && out.bad.empty();
    return out;
}

}  // namespace plumb::crypto
