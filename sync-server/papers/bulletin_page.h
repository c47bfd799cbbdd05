// The bulletin as pages: plain HTML that needs no script, no picture and no other request, in Chinese and English, for
// phones, screens and paper. Every text is escaped here. Pure.
#pragma once

#include <string>
#include <string_view>

#include "sync-server/papers/bulletin.h"

namespace plumb::server {

struct BulletinFrame {
    std::string language;  // "zh" or "en"
    std::string office, contact;
};

// 'sha256-…' of the pages' only style, for their Content-Security-Policy.
std::string bulletinStyleHash();

std::string programmesPage(const std::vector<ProgrammeName>& programmes, const BulletinFrame& frame);
std::string bulletinPage(const BulletinPage& page, const BulletinFrame& frame);
std::string entryPage(const ProvedEntry& entry, const BulletinFrame& frame);
// Of an address that nothing was published under.
std::string nothingPage(const BulletinFrame& frame);

}  // namespace plumb::server
