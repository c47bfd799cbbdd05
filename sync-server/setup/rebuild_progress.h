// A rebuild's progress in words for whoever waits for it, about once a second: "rebuilding inspections: 120000 of
// 1000000 lines".
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace plumb::server {

class ToldNowAndThen {
  public:
    explicit ToldNowAndThen(std::function<void(const std::string&)> tell) : m_tell(std::move(tell)) {}

    void operator()(const std::vector<std::string>& names, std::uint64_t done, std::uint64_t total) {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_told < std::chrono::seconds(1) && done != total) return;
        m_told = now;
        std::string all;
        for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
        m_tell("rebuilding " + all + ": " + std::to_string(done) + " of " + std::to_string(total) + " lines");
    }

  private:
    std::function<void(const std::string&)> m_tell;
    std::chrono::steady_clock::time_point m_told = std::chrono::steady_clock::now();
};

}  // namespace plumb::server
