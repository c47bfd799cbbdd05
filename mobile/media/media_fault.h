// Why a sound or a film cannot be played here, and the sentence for it in the person's language.
#pragma once

#include <QString>

namespace plumb::mobile {

enum class MediaFault {
    none,
    away,     // the file is not on this device
    player,   // this device has nothing that plays
    format,   // not a sound or a film, damaged, or what would decode it is not installed
    picture,  // its sound would be played, its picture not
};

QString mediaSentence(MediaFault fault);
// It is played, and nobody hears it: what is said where the device has nothing to sound on.
QString silentSentence();
// "0:07", "12:30", "1:02:03".
QString lengthText(qint64 ms);

}  // namespace plumb::mobile
