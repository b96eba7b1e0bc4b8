MATCH (count:DetectionRun {key: 'lease'}) SET count.key = 'count' REMOVE count.holder, count.until, count.touched;
