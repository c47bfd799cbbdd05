#include "shared/document/papers/evidence.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "shared/document/papers/record_facts.h"
#include "shared/picture/marks.h"
#include "shared/records/evidence/marks_over.h"

namespace plumb::document {
namespace {

std::string sizeText(std::uint64_t bytes) {
    constexpr std::uint64_t kKilo = 1000, kMega = 1000 * kKilo;
    if (bytes >= kMega)
        return std::to_string(bytes / kMega) + "." + std::to_string(bytes % kMega / (kMega / 10)) + " MB";
    return std::to_string((bytes + kKilo - 1) / kKilo) + " kB";
}

// The picture that is shown in the place of one that no printer takes.
std::string shownOf(const EvidenceSource& source, const record::FileRef& file) {
    for (const auto& other : source.files)
        if (other.role == picture::kShownRole && other.of == file.sha256 && other.item == file.item)
            return other.sha256.hex();
    return file.sha256.hex();
}

std::string noOf(const EvidenceSource& source, const std::string& item) {
    const auto* found = source.checklist.item(item);
    return found && !found->no.empty() ? found->no : item;
}

}  // namespace

std::string placeText(double latitude, double longitude) {
    char text[48];
    std::snprintf(text, sizeof text, "%.5f, %.5f", latitude, longitude);
    return text;
}

std::string whereText(const std::optional<domain::Whereabouts>& where) {
    const auto* place = where ? std::get_if<domain::Place>(&*where) : nullptr;
    if (!place) return {};
    return placeText(place->latitude, place->longitude) + " ± " +
           std::to_string(std::max(1L, std::lround(place->accuracy))) + " m";
}

Evidence::Evidence(const EvidenceSource& source, std::optional<Sha256> signature) {
    for (const auto& file : source.files) {
        if (file.sha256 == signature) continue;
        if (file.role == "evidence" && file.type.starts_with("image/")) {
            auto note = source.photo ? source.photo(file.sha256) : PhotoNote{};
            // A shot of the tablet's own says nothing of itself; the record says it.
            if (file.photo && file.photo->way == record::PhotoOrigin::Way::camera) {
                if (note.taken.empty()) note.taken = minuteText(file.photo->at);
                if (note.place.empty() && file.photo->place)
                    note.place = placeText(file.photo->place->latitude, file.photo->place->longitude);
            }
            const auto* marks = records::marksOver(source.files, file);
            m_numbers[file.item].push_back(m_photos.size() + 1);
            m_photos.push_back(json::object{{"item", noOf(source, file.item)},
                                            {"hash", file.sha256.hex()},
                                            {"shown", shownOf(source, file)},
                                            {"marks", marks ? marks->sha256.hex() : std::string()},
                                            {"short", groupedFingerprint(file.sha256)},
                                            {"bytes", sizeText(file.size)},
                                            {"taken", note.taken},
                                            {"place", note.place}});
        } else if (file.role == "evidence" || file.role == "document") {
            m_files.push_back(json::object{{"item", noOf(source, file.item)},
                                           {"type", file.type},
                                           {"short", groupedFingerprint(file.sha256)},
                                           {"bytes", sizeText(file.size)}});
        }
    }
}

std::string Evidence::of(const std::string& item) const {
    const auto found = m_numbers.find(item);
    if (found == m_numbers.end()) return {};
    const auto& numbers = found->second;
    std::string out;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) ++end;
        out += (out.empty() ? "" : ", ") + std::to_string(numbers[i]);
        if (end > i) out += "–" + std::to_string(numbers[end]);
        i = end + 1;
    }
    return out;
}

}  // namespace plumb::document
