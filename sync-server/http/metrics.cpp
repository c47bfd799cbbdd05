#include "sync-server/http/metrics.h"

namespace plumb::server {

void MetricsText::begin(std::string_view name, std::string_view help, std::string_view type) {
    m_text.append("# HELP ")
        .append(name)
        .append(1, ' ')
        .append(help)
        .append("\n# TYPE ")
        .append(name)
        .append(1, ' ')
        .append(type)
        .append(1, '\n');
}

void MetricsText::sample(std::string_view name, std::string_view label, std::string_view labelValue,
                         std::uint64_t value) {
    m_text.append(name)
        .append(1, '{')
        .append(label)
        .append("=\"")
        .append(labelValue)
        .append("\"} ")
        .append(std::to_string(value))
        .append(1, '\n');
}

void MetricsText::add(std::string_view name, std::string_view help, std::string_view type, const std::string& value) {
    begin(name, help, type);
    m_text.append(name).append(1, ' ').append(value).append(1, '\n');
}

void MetricsText::seconds(std::string_view name, std::string_view help, std::uint64_t microseconds) {
    std::string fraction = std::to_string(microseconds % 1'000'000);
    fraction.insert(0, 6 - fraction.size(), '0');
    add(name, help, "counter", std::to_string(microseconds / 1'000'000) + "." + fraction);
}

}  // namespace plumb::server
