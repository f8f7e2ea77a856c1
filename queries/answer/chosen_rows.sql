(select {kept}.* from {order} join {kept} on {kept}.rowid = {order}.place)
