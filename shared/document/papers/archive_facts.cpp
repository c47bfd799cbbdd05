#include "shared/document/papers/archive_facts.h"

namespace plumb::document {

json::object archiveFacts(const RecordSource& record, const std::vector<FiledLine>& lines,
                          const std::string& inspection, const std::string& term) {
    json::array rows;
    std::int64_t photos = 0, files = 0;
    for (const auto& line : lines) {
        std::int64_t own = 0, other = 0;
        for (const auto& file : line.payload.files) {
            if (file.role != "evidence" && file.role != "document" && file.role != "paper") continue;
            ++(file.role == "evidence" && file.type.starts_with("image/") ? own : other);
        }
        photos += own;
        files += other;
        rows.push_back(json::object{{"day", minuteText(line.payload.at).substr(0, 10)},
                                    {"type", line.payload.type},
                                    {"number", recordNumber(line.payload, line.kid)},
                                    {"author", line.author},
                                    {"enclosed", own + other > 0 ? std::to_string(own + other) : std::string()},
                                    {"short", groupedFingerprint(line.hash).substr(0, 19)}});
    }
    json::object out = recordFacts(record);
    out["inspection"] = inspection;
    out["rows"] = std::move(rows);
    out["count"] = static_cast<std::int64_t>(lines.size());
    out["photo_count"] = photos;
    out["file_count"] = files;
    out["term"] = term;
    out["at"] = minuteText(record.payload.at);
    out["signers"] = json::array{json::object{{"role", "author"}, {"name", record.author}, {"at", out.at("at")}}};
    return out;
}

}  // namespace plumb::document
