// The Prometheus text format (version 0.0.4).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace plumb::server {

class MetricsText {
  public:
    void counter(std::string_view name, std::string_view help, std::uint64_t value) {
        add(name, help, "counter", std::to_string(value));
    }
    void gauge(std::string_view name, std::string_view help, std::uint64_t value) {
        add(name, help, "gauge", std::to_string(value));
    }
    void seconds(std::string_view name, std::string_view help, std::uint64_t microseconds);
    // One family with a label: call begin() once, then sample() for each.
    void begin(std::string_view name, std::string_view help, std::string_view type);
    void sample(std::string_view name, std::string_view label, std::string_view labelValue, std::uint64_t value);

    [[nodiscard]] const std::string& text() const { return m_text; }

  private:
    void add(std::string_view name, std::string_view help, std::string_view type, const std::string& value);
    std::string m_text;
};

}  // namespace plumb::server
