// A small S3 store in this process, on loopback: it holds objects in memory, checks each call's signature by itself
// from the bytes that came, and fails when it is told to.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "sync-server/blobs/s3_place.h"

namespace plumb::server::kit {

enum class S3Fault {
    none,
    error,       // 500, and nothing is done
    away,        // the connection ends before anything is done
    cut,         // half of the answer's body, then the end
    silent,      // never an answer
    wrongTag,    // an ETag that is none of the object's
    forgets,     // 200, and nothing is kept
    lostAnswer,  // it is done, and the answer never comes
};

class S3Server {
  public:
    S3Server();
    ~S3Server();

    [[nodiscard]] S3Place place() const;
    // The next calls of that method, and no others, come to grief so.
    void next(std::string method, S3Fault fault, int times = 1);
    // Nobody listens any more; or again.
    void setAway(bool away);

    [[nodiscard]] std::map<std::string, std::string> objects() const;
    void put(const std::string& key, std::string content);
    // Begun in parts and neither completed nor given up.
    [[nodiscard]] std::size_t unfinished() const;
    [[nodiscard]] std::vector<std::string> calls() const;  // "PUT", … as they came
    [[nodiscard]] int refused() const { return m_refused; }

  private:
    struct Call;
    struct Answer;
    void accept();
    void serve(int socket);
    bool isSigned(const Call& call) const;
    Answer answer(const Call& call, S3Fault fault);
    Answer put(const Call& call, const std::string& key);
    Answer post(const Call& call, const std::string& key);
    Answer get(const Call& call, const std::string& key) const;
    Answer list(const Call& call) const;
    S3Fault take(const std::string& method);

    int m_listener = -1;
    unsigned short m_port = 0;
    S3Keys m_keys{"AKIDPLUMB", "a/secret+of the store"};
    std::thread m_thread;
    std::atomic<bool> m_away{false};
    std::atomic<int> m_refused{0};
    mutable std::mutex m_mutex;
    std::set<int> m_sockets;
    std::vector<std::thread> m_serving;
    std::map<std::string, std::string> m_objects;
    std::map<std::string, std::map<int, std::string>> m_parts;  // per upload
    std::vector<std::pair<std::string, S3Fault>> m_faults;
    std::vector<std::string> m_calls;
    int m_uploads = 0;
};

}  // namespace plumb::server::kit
