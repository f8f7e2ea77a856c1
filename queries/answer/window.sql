select {shown} from {kept} where rowid >= $first and rowid < $beyond order by rowid
