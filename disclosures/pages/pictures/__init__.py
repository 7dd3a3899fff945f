"""Our own small pictures: svg that the server draws at once, in percent of the width and pixels of the height."""
