// A descriptor kept for the day when there is none left. Then a newcomer can still be accepted and closed: it reads the
// end of the connection instead of waiting for an answer that nobody gives. The network's thread only.
#pragma once

namespace plumb::server {

class SpareDescriptor {
  public:
    SpareDescriptor();
    ~SpareDescriptor();
    SpareDescriptor(const SpareDescriptor&) = delete;
    SpareDescriptor& operator=(const SpareDescriptor&) = delete;

    // Accepts one connection from the listening socket `acceptor` (non-blocking) and closes it. False where that was
    // not possible: somebody else took the descriptor, or nobody waits any more.
    [[nodiscard]] bool turnAway(int acceptor);

  private:
    int m_descriptor;
};

}  // namespace plumb::server
