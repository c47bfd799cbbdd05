// A sound while it is being recorded: piece by piece on disk, each sealed by itself, in
// FOLDER/recordings/<id>/<number>.sealed. A killed program, or one that was locked, loses what was not a whole piece
// yet; the rest is found here again. What stands here is never signed: it goes once the whole sound is a sealed file
// that a draft names. Blocking; same thread as the store. full (disk_full) with nothing of that piece stored.
#pragma once

#include <string>
#include <vector>

#include "shared/store/tablet_store.h"

namespace plumb::store {

struct Recording {
    std::string id = {};     // a UUID
    std::string draft = {};  // that it belongs to
    std::string place = {};  // in it, by whoever records: "item:b3", "question:said"
    int rate = 0;            // samples a second, of 16 bits, one channel, little-endian
    Instant begun = {};
};

// Durable when it returns. Gives the id.
Result<std::string> beginRecording(TabletStore& store, const Recording& recording);
// `number` counts from 1. Durable when it returns; the same number again replaces what was there.
Result<void> putPiece(TabletStore& store, const std::string& id, int number, ByteView samples);

// What is there, oldest first; what cannot be read (its head was never whole) is none.
std::vector<Recording> recordingsHere(const TabletStore& store);
struct Recorded {
    Recording recording = {};
    Bytes samples = {};
    int lost = 0;  // pieces among them that are not there or were changed
};
// notFound "no_file"; badSignature "seal_broken" where its head was changed.
Result<Recorded> readRecording(const TabletStore& store, const std::string& id);
// Nothing where there is none.
void dropRecording(const TabletStore& store, const std::string& id);

}  // namespace plumb::store
