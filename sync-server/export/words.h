// What stands in exported tables in the language that the person chose: titles of columns, names of states. Chinese and
// English; any other language reads English. Pure.
#pragma once

#include <string>
#include <string_view>

namespace plumb::server {

enum class ExportLanguage { zh, en };
// bad names give none: "zh", "en".
bool exportLanguageNamed(std::string_view name, ExportLanguage& out);
std::string_view codeOf(ExportLanguage language);

// The word for a key ("column.site_name", "state.accepted", "kind.recheck"); the key's last part where there is none,
// since what signed records say may be newer than this table.
std::string exportWord(std::string_view key, ExportLanguage language);

}  // namespace plumb::server
