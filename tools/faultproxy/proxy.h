// A TCP proxy that behaves as a script says (script.h): each Proxy is one link, with a listener of its own, and all
// connections through it share its rates and its faults. What lies between, TLS or not, it does not look into.
//
// Threads: a Loop is one thread that carries any number of links; its Proxies are made and destroyed by anybody, before
// it goes. Every function here may be called from any thread but the loop's own.
#pragma once

#include <memory>
#include <string>

#include "tools/faultproxy/script.h"

namespace plumb::fault {

class Loop {
  public:
    Loop();
    ~Loop();  // REQUIRES: no Proxy on it any more
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

  private:
    friend class Proxy;
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

struct ProxyOptions {
    std::string listen = "127.0.0.1:0";  // an address of this machine; port 0: a free one
    std::string to;                      // "host:port"
    Script script;
    std::uint64_t seed = 1;
};

// What went over the link: bytes that passed (those that come twice once more), whatever became of them behind it.
struct LinkCounts {
    std::uint64_t up = 0, down = 0;
    std::uint64_t connections = 0;
    std::uint64_t cut = 0, closed = 0, stalled = 0, corrupted = 0, doubled = 0;

    [[nodiscard]] std::uint64_t faults() const { return cut + closed + stalled + corrupted + doubled; }
};

class Proxy {
  public:
    // Listens at once. Throws std::runtime_error with a sentence where an address is none, or is taken.
    Proxy(Loop& loop, ProxyOptions options);
    ~Proxy();  // ends its connections
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;

    [[nodiscard]] unsigned short port() const;
    // From now on, for connections that are open, too; the faults begin anew with this seed.
    void setScript(Script script, std::uint64_t seed);
    [[nodiscard]] LinkCounts counts() const;

  private:
    struct Inside;
    Loop& m_loop;
    std::shared_ptr<Inside> m_inside;
};

}  // namespace plumb::fault
