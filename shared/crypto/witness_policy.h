// Which witnesses somebody trusts, and how many of them are enough, C2SP tlog-policy: a text of lines
//   log <vkey> [<url>]       witness <name> <vkey> [<url>]       group <name> all|any|<k> <name>…       quorum
//   <name>|none
// with comments behind '#'. The names are the file's own; in a note a witness goes by the name in its key. Immutable;
// any thread.
#pragma once

#include <optional>
#include <vector>

#include "shared/crypto/cosignature.h"

namespace plumb::crypto {

struct NamedLog {
    NoteKey key;
    std::string url;  // "" where none is given
};
struct NamedWitness {
    std::string name;
    NoteKey key;
    std::string url;  // submission prefix; "" where none is given
};

// What the witnesses of a policy said of one note.
struct Cosigned {
    struct One {
        std::string name;
        std::chrono::sys_seconds at{};
    };
    std::vector<One> by;           // in the policy's order
    std::vector<std::string> bad;  // witnesses whose lines are none of their signatures
    std::size_t named = 0;         // witnesses that the policy names
    std::size_t others = 0;        // further signature lines, of keys that it does not name
    bool enough = false;           // the policy's quorum is met, and nothing is bad

    // "cosigned by 2 of the 3 witnesses that you named: w1 (2026-…), …; …"
    [[nodiscard]] std::string word() const;
};

class WitnessPolicy {
  public:
    // malformed "bad_policy", which names the line. A policy has exactly one quorum line.
    static Result<WitnessPolicy> parse(std::string_view text);
    // These keys, of which so many are enough (0: none has to). "bad_witness_key", "bad_policy" where one stands twice
    // or `enough` is more than there are.
    static Result<WitnessPolicy> of(const std::vector<std::string>& witnessKeys, std::size_t enough);

    [[nodiscard]] const std::vector<NamedLog>& logs() const { return m_logs; }
    [[nodiscard]] const std::vector<NamedWitness>& witnesses() const { return m_witnesses; }

    // `note` is a checkpoint that the log signed; what the log itself signed counts for no witness. Malformed notes are
    // cosigned by nobody.
    [[nodiscard]] Cosigned judge(std::string_view note, const NoteKey& log) const;

  private:
    // A witness, or so many of these members, by their places in m_parts.
    struct Part {
        std::string name;
        std::optional<std::size_t> witness;
        std::size_t needed = 0;
        std::vector<std::size_t> members = {};
        bool taken = false;  // is a member already
    };
    [[nodiscard]] std::optional<std::size_t> partOf(std::string_view name) const;
    Result<void> addWitness(std::string name, std::string_view key, std::string url);
    Result<void> addGroup(const std::vector<std::string_view>& words);

    std::vector<NamedLog> m_logs;
    std::vector<NamedWitness> m_witnesses;
    std::vector<Part> m_parts;
    std::optional<std::size_t> m_quorum;  // none: nobody has to cosign
};

}  // namespace plumb::crypto
