// Somebody's device: a key, the chain of its lines, what it knew of the log when it was last in touch, and what waits
// to be sent. It signs with the key that it holds as every device does; only where the key came from is another story
// (random.h). One thread.
#pragma once

#include "shared/domain/grant.h"
#include "shared/record/chain.h"
#include "shared/record/line.h"
#include "tools/province/random.h"

namespace plumb::province {

struct Statement {
    std::string type, site = {}, region = {};
    json::object body = {};
    std::vector<record::FileRef> files = {};
};

class Device {
  public:
    Device(std::string name, const crypto::PrivateKey& key, Random ids)
        : m_name(std::move(name)), m_key(key), m_ids(ids) {}

    struct Said {
        std::string id;
        Sha256 hash;
    };
    // Signs the next line of the chain at `at`; it waits until it is sent.
    Said say(const Instant& at, Statement statement);
    // A file that goes along.
    record::FileRef attach(const std::string& content, std::string type, std::string role, std::string item = {});
    [[nodiscard]] std::string newId(TimePoint at) { return m_ids.uuid7(at); }

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const crypto::PrivateKey& key() const { return m_key; }
    [[nodiscard]] const std::string& kid() const { return m_key.kid(); }

    std::vector<record::Line> lines;                       // that wait
    std::vector<std::pair<Sha256, std::string>> contents;  // of the files that wait
    std::optional<record::Seen> seen;

  private:
    std::string m_name;
    crypto::PrivateKey m_key;
    Random m_ids;
    record::ChainTip m_tip;
};

struct Person {
    std::string id, name;
    domain::Role role = domain::Role::inspector;
    std::vector<domain::Grant> grants = {};
    double strict = 0.5;  // how much of what could be said is said: 0 … 1
    double slow = 0.5;    // how long things lie on the desk: 0 … 1
};

}  // namespace plumb::province
