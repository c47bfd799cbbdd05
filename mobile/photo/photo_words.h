// What a photo's time and place say beside the tablet's, in the app's language.
#pragma once

#include <QString>

#include "shared/records/evidence/photo_check.h"

namespace plumb::mobile {

// "一致", "有差异", "照片没有自带信息".
QString verdictWords(const records::PhotoCheck& check);
// A sentence.
QString differenceWords(records::PhotoDifference one, const records::PhotoCheck& check);
// "3 秒", "2 小时 5 分", "4 天"; without a sign.
QString spanWords(std::chrono::seconds span);
// "38.24710, 101.96830 ± 4 m".
QString placeWords(const record::PhotoSpot& spot);
// "6 m", "3.2 km".
QString metresWords(double metres);

}  // namespace plumb::mobile
